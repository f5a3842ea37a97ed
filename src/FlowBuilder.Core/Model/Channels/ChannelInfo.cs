using System.Collections.Frozen;
using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>What is to be known of a channel: one row of <see cref="ChannelTable"/>. How a message
/// is handed to a provider is not here, but in a class of its own.</summary>
public sealed record ChannelInfo
{
    /// <summary>Which channel it is.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Its name in events and in the API, as in <c>email</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What else senders call it, letters only and in lower case, as in <c>sms</c>.</summary>
    public IReadOnlySet<string> CalledAlso { get; init; } = FrozenSet<string>.Empty;

    /// <summary>How error texts say what senders may write, as in <i>text (sms, mobile)</i>; null: senders do not speak of it.</summary>
    public string? Sayable { get; init; }

    /// <summary>Its icon, by its Material name, as in <c>sms</c>.</summary>
    public required string Icon { get; init; }

    /// <summary>What is said while its providers are left alone.</summary>
    public required ChannelProviders Providers { get; init; }

    /// <summary>What a message by it is called at the beginning of a line, as in <i>Email</i>.</summary>
    public required string Title { get; init; }

    /// <summary>One message by it, inside a sentence and with its article, as in <i>an email</i>.</summary>
    public required string One { get; init; }

    /// <summary>Messages by it, inside a sentence, as in <i>emails</i>.</summary>
    public required string Many { get; init; }

    /// <summary>Where people are reached by it; null: it does not reach people, its step says where each message goes.</summary>
    public ChannelAddress? Address { get; init; }

    /// <summary>What customers decide about it; null: nobody is asked.</summary>
    public ChannelConsent? Consent { get; init; }

    /// <summary>What a template of it consists of; null: it has no templates.</summary>
    public MessageParts? Parts { get; init; }

    /// <summary>Within which hours it may reach a customer, all of them together; none: at any hour.</summary>
    public required Func<Company, SequenceSettings, ImmutableArray<AllowedHours>> Hours { get; init; }

    /// <summary>All channels, in the order of their numbers.</summary>
    public static IReadOnlyList<ChannelInfo> All => ChannelTable.Rows;

    /// <summary>The row of a channel.</summary>
    public static ChannelInfo Of(Channel channel) => ChannelTable.Of(channel);
}
