using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>
/// A no to an address, for one reason; the address itself is not kept. It belongs to no customer and outlives all of them. Ended ones stay,
/// so that an older no that arrives late changes nothing. Table <c>suppressions</c>.
/// </summary>
public sealed class SuppressionRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public Channel Channel { get; set; }

    /// <summary>The address, hashed with a key outside the database.</summary>
    public string Hash { get; set; } = "";

    public SuppressionReason Reason { get; set; }

    /// <summary>The name of the key the hash was made with.</summary>
    public string HashedWith { get; set; } = "";

    /// <summary>When it was said, on the product clock.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>From where, in words.</summary>
    public string Source { get; set; } = "";

    /// <summary>Of emails that came back for a while: when the one before did.</summary>
    public DateTimeOffset? Before { get; set; }

    /// <summary>When a yes ended it; null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>As the engine knows it.</summary>
    public Suppression ToSuppression() => new(Reason, At, Source) { Before = Before, EndedAt = EndedAt, EndedBy = EndedBy };
}
