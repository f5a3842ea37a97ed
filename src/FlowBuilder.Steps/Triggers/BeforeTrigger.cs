using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>
/// A while before the date of a record. Days are counted on the customer's calendar, so <c>P1D</c> before 09:00 is 09:00 the day before;
/// hours and minutes are elapsed time. With a time of day it is that time on the day so reached; a date without a time of day counts as
/// 9:00 AM. What is booked when its lead has begun already fires at once, as long as it lies ahead.
/// </summary>
public abstract record BeforeTrigger : ClockTrigger
{
    private static readonly TimeOnly Morning = new(9, 0);

    private readonly string _dateProperty;
    private readonly RecordLife _life;
    private readonly string _what;

    /// <param name="recordType">The type of record whose date it is.</param>
    /// <param name="dateProperty">The record's property that holds the date.</param>
    /// <param name="what">What comes at that date, behind <i>before</i>.</param>
    /// <param name="life">Which events set the date and which end the waiting for it.</param>
    private protected BeforeTrigger(string recordType, string dateProperty, string what, RecordLife life) =>
        (RecordType, _dateProperty, _what, _life) = (recordType, dateProperty, what, life);

    /// <summary>How long before.</summary>
    [Required, Display(
        Name = "How long before",
        Description = "How long before the date it starts, such as 1 day or 2 hours. Anything booked later than that starts right away.")]
    public Duration? Lead { get; init; }

    /// <summary>A local time of day on the day so reached; null: the date's own time.</summary>
    [JsonConverter(typeof(TimeOfDayJson)), Display(
        Name = "Time",
        Description = "The time of day, where the customer lives. Leave empty for the date's own time; a date without one counts as 9:00 "
            + "AM.")]
    public TimeOnly? Time { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string RecordType { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IReadOnlyList<KnownDate> KnownDates =>
        Lead is { } lead ? [new(_dateProperty, Time is null ? lead : lead with { Days = lead.Days + 1 })] : [];

    /// <inheritdoc />
    public sealed override IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Lead is not { } lead) yield break;
        var reads = facts.Reads;
        foreach (var record in facts.Records.Values
            .Where(record => record.Key.Type == RecordType)
            .OrderBy(record => record.Key.Id, StringComparer.Ordinal))
        {
            if (Values.AsDate(record.Properties.Get(_dateProperty), reads.Order) is not { } written || _life.IsOver(record, facts))
                continue;
            var date = written.HasTime ? written.At(reads.Zone) : LocalClock.Resolve(LocalClock.On(written.Local, Morning), reads.Zone);
            if (date <= after) continue;
            var at = LocalClock.Shift(date, lead.Negate(), reads.Zone);
            if (Time is { } time) at = LocalClock.Resolve(LocalClock.On(LocalClock.Local(at, reads.Zone), time), reads.Zone);
            yield return new Moment(at, record.Key);
        }
    }

    /// <inheritdoc />
    public sealed override string Sentence(Names names) =>
        $"it is {Lead?.ToWords() ?? "some time (not yet chosen)"} before {_what}{(Time is { } time ? $", at {ClockWords.Of(time)}" : "")}";

    /// <inheritdoc />
    public sealed override IEnumerable<SettingFinding> Check() => Rules.Length(Lead, "lead", "how long before");

    /// <inheritdoc />
    public virtual bool Equals(BeforeTrigger? other) => base.Equals(other) && Lead == other.Lead && Time == other.Time;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Lead, Time);
}
