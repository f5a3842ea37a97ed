using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>
/// A while before the date of a record. Days are counted on the customer's calendar, so <c>P1D</c> before 09:00 is 09:00 the day before; hours
/// and minutes are elapsed time. What is booked when its lead has begun already fires at once, as long as it lies ahead.
/// </summary>
public abstract record BeforeTrigger : ClockTrigger
{
    private protected BeforeTrigger()
    {
    }

    /// <summary>How long before.</summary>
    [Required, Display(Name = "How long before", Description = "How long before the date it starts, such as 1 day or 2 hours. What is booked later than that starts at once.")]
    public Duration? Lead { get; init; }

    private protected abstract string DateProperty { get; }

    private protected abstract RecordLife Life { get; }

    private protected abstract string What { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<KnownDate> KnownDates => Lead is { } lead ? [new(DateProperty, lead)] : [];

    /// <inheritdoc />
    public sealed override IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Lead is not { } lead) yield break;
        var zone = facts.Zone;
        foreach (var record in facts.Records.Values.Where(record => record.Key.Type == RecordType).OrderBy(record => record.Key.Id, StringComparer.Ordinal))
        {
            if (Values.AsMoment(record.Properties.Get(DateProperty), zone) is not { } date || date <= after || Life.IsOver(record, facts)) continue;
            var at = LocalClock.Shift(date, lead.Negate(), zone);
            yield return new Moment(at, record.Key);
        }
    }

    /// <inheritdoc />
    public sealed override string Sentence(Names names) => $"it is {Lead?.ToWords() ?? "some time (not yet chosen)"} before {What}";

    /// <inheritdoc />
    public sealed override IEnumerable<SettingFinding> Check() => Rules.Length(Lead, "lead", "how long before");
}
