using System.Collections.Immutable;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model;

/// <summary>Everything a step or condition may ask about a customer at one moment. Immutable, so
/// facts before and after an event can be compared.</summary>
public sealed record Facts
{
    public required Company Company { get; init; }

    public required Customer Customer { get; init; }

    public ImmutableDictionary<RecordKey, Record> Records { get; init; } = ImmutableDictionary<RecordKey, Record>.Empty;

    /// <summary>Newest last, at most the newest 1,000 of the customer.</summary>
    public Timeline Happenings { get; init; } = Timeline.Empty;

    /// <summary>Where the customer is or was: the newest run per sequence and record, live ones always.</summary>
    public ImmutableList<Enrollment> Enrollments { get; init; } = [];

    /// <summary>Messages of the customer's live runs and of the last 30 days, newest last.</summary>
    public ImmutableList<Message> Messages { get; init; } = [];

    /// <summary>How addresses are written, and what was said against them: whoever holds them, and
    /// within a turn its own words too.</summary>
    public IAddresses Addresses { get; init; } = Unlisted.Instance;

    /// <summary>What was said against the customer's address on a channel.</summary>
    public AddressStatus StandingOf(Channel channel) => StandingOf(channel, ChannelInfo.Of(channel).Address?.OfCustomer(Customer));

    /// <summary>What was said against an address.</summary>
    public AddressStatus StandingOf(Channel channel, string? address) =>
        !string.IsNullOrEmpty(address) && Addresses.Key(Company, channel, address) is { } key
            ? Addresses.Find(Company.Id, channel, key)
            : AddressStatus.None;

    /// <summary>The customer's zone, else the company's.</summary>
    public TimeZoneInfo Zone => Customer.Zone(Company);

    /// <summary>How dates and times of the customer are read: by the customer's clock, in the company's order of day and month.</summary>
    public ReadingRules Reads => new(Zone, Company.ReadsDates, Addresses, Company.Country);

    public Record? Find(RecordKey? key) => key is { } known && Records.TryGetValue(known, out var record) ? record : null;

    public bool HasTag(string tag) => Customer.Tags.ContainsKey(NameText.Of(tag));
}
