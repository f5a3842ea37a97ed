using System.Globalization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Engine.Turns;

/// <content>What is said for and against addresses within this turn, before others hear of it.</content>
internal sealed partial class Turn
{
    private Dictionary<(Channel, string), AddressStatus>? _standings;

    /// <summary>What was said against an address, this turn's own words included.</summary>
    public AddressStatus StandingOf(Channel channel, string? address) =>
        ChannelInfo.Of(channel).Address is not null && KeyOf(channel, address) is { } key ? OfKey(channel, key) : AddressStatus.None;

    /// <summary>Whether a text is an address that the channel can write to.</summary>
    public bool IsAddress(Channel channel, string? text) => KeyOf(channel, text) is not null;

    /// <summary>Whether two texts are spellings of one address.</summary>
    public bool IsSameAddress(Channel channel, string? one, string? other) =>
        KeyOf(channel, one) is { } key && key == KeyOf(channel, other);

    /// <summary>A no to an address; nothing where the text is no address.</summary>
    public void Suppress(Channel channel, string? address, SuppressionReason reason, DateTimeOffset at, string source) =>
        Suppress(channel, address, new Suppression(reason, at, Suppression.Short(source)));

    /// <inheritdoc cref="Suppress(Channel, string?, SuppressionReason, DateTimeOffset, string)"/>
    public void Suppress(Channel channel, string? address, Suppression no)
    {
        if (KeyOf(channel, address) is not { } key) return;
        var known = OfKey(channel, key);
        var now = known.With(no with { Source = Suppression.Short(no.Source) });
        if (ReferenceEquals(now, known)) return;
        Keep(channel, key, now);
        Write(new Change.AddressSuppressed(channel, key, no with { Source = Suppression.Short(no.Source) }));
    }

    /// <summary>A yes to an address ends what was said against it no later than that.</summary>
    public void Free(Channel channel, string? address, DateTimeOffset at, string by, SuppressionReason? reason = null)
    {
        if (KeyOf(channel, address) is not { } key) return;
        var known = OfKey(channel, key);
        by = Suppression.Short(by);
        var now = known.Ended(at, by, reason);
        if (ReferenceEquals(now, known)) return;
        Keep(channel, key, now);
        Write(new Change.AddressFreed(channel, key, at, by, reason));
    }

    /// <summary>The number of the message of ours that an event is about; null when it names none.</summary>
    public static MessageId? MessageIdOf(CustomerEvent happened) =>
        long.TryParse(happened.Properties.Text("message_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new MessageId(id)
            : null;

    /// <summary>The message an event is about, as far as the state remembers it.</summary>
    public Message? MessageOf(CustomerEvent happened) => MessageIdOf(happened) is { } id ? Message(id) : null;

    /// <summary>From its first word on the turn is heard before what others know.</summary>
    private void Keep(Channel channel, string key, AddressStatus standing)
    {
        if (_standings is null) Facts = Facts with { Addresses = new OwnWords(this) };
        (_standings ??= [])[(channel, key)] = standing;
    }

    /// <summary>Facts that know what is said of addresses; those of a state at hand do already.</summary>
    private static Facts Heard(Facts facts, TurnContext setting) =>
        ReferenceEquals(facts.Addresses, setting.Addresses) ? facts : facts with { Addresses = setting.Addresses };

    private AddressStatus OfKey(Channel channel, string key) =>
        _standings is not null && _standings.TryGetValue((channel, key), out var standing)
            ? standing
            : Setting.Addresses.Find(Facts.Company.Id, channel, key);

    private string? KeyOf(Channel channel, string? address) => Setting.Addresses.Key(Facts.Company, channel, address);

    private sealed class OwnWords(Turn turn) : IAddresses
    {
        public string? Phone(string? typed, string? country) => turn.Setting.Addresses.Phone(typed, country);

        public AddressStatus Find(CompanyId company, Channel channel, string key) => turn.OfKey(channel, key);
    }
}
