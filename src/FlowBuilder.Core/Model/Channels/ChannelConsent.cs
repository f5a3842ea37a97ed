using System.Collections.Immutable;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Customers;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>What customers decide about a channel, and what then holds. A person's own no beats any
/// trait until they say yes themselves.</summary>
public sealed record ChannelConsent
{
    /// <summary>The trait by which senders tell it, as in <c>email_consent</c>.</summary>
    public required string Trait { get; init; }

    /// <summary>What the trait says; null when it was never told.</summary>
    public required Func<Consent, bool?> NodePhrases { get; init; }

    /// <summary>Whether the customer said no themselves.</summary>
    public required Func<Consent, bool> HasLeft { get; init; }

    /// <summary>After the customer said no themselves.</summary>
    public required Func<Consent, Consent> Leave { get; init; }

    /// <summary>After their own no has ended, without being a yes.</summary>
    public required Func<Consent, Consent> Return { get; init; }

    /// <summary>After the customer said yes themselves.</summary>
    public required Func<Consent, Consent> Agree { get; init; }

    /// <summary>Whether nothing goes without a yes that was told; else silence is enough.</summary>
    public required bool NeedsYes { get; init; }

    /// <summary>Whether a no stops marketing only, so that transactional messages go.</summary>
    public required bool StopsMarketingOnly { get; init; }

    /// <summary>Whether employees get messages whatever was said against their address.</summary>
    public required bool SparesEmployees { get; init; }

    /// <summary>As what a customer's own no is kept with the address.</summary>
    public required SuppressionReason No { get; init; }

    /// <summary>Why nothing goes to a customer who said no themselves: a whole sentence.</summary>
    public required string Left { get; init; }

    /// <summary>As whose word the no of a customer stays on the list after their erasing.</summary>
    public required string LeftBeforeErased { get; init; }

    /// <summary>Why nothing goes to an address whose holder, whoever that is, said no: a whole sentence.</summary>
    public required string Refused { get; init; }

    /// <summary>Events besides the trait that may change what holds.</summary>
    public required ImmutableArray<string> ChangedBy { get; init; }

    /// <summary>Whether marketing may go, by what the customer said.</summary>
    public bool Allows(Consent consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return !HasLeft(consent) && (NodePhrases(consent) ?? !NeedsYes);
    }
}
