using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>
/// Waits until so long before or after a date of the run's record, else of the customer. The shift keeps the wall-clock time of the
/// customer's zone; with a time of day it is that time on the shifted day. A date that moves moves the wait; without a
/// date, or with one nobody can read, <see cref="IfNoDate"/> says what follows.
/// </summary>
[Step("wait-until-date", Title = "Wait until a date of the record", Icon = "today", Group = "Waits")]
public sealed record WaitUntilDate : WaitStep
{
    private const string OfRecord = "record.";

    /// <summary>A property of the run's record (<c>start_at</c>, also <c>record.start_at</c>), else a customer field.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Date",
        Description = "The date of the visit, invoice, estimate..., such as start_at or due_at, or a customer field such as birthday.")]
    public string? Property { get; init; }

    /// <summary>Signed: <c>-P1D</c> is the day before.</summary>
    [Required, Display(
        Name = "Shifted by",
        Description = "How long before (minus) or after the date, such as -P1D for the day before. PT0S for the date itself.")]
    public Duration? Shift { get; init; }

    /// <summary>A local time of day on the shifted day; null: the date's own time.</summary>
    [JsonConverter(typeof(TimeOfDayJson)), Display(
        Name = "Time", Description = "The time of day, where the customer lives. Leave empty for the date's own time.")]
    public TimeOnly? Time { get; init; }

    /// <summary>What follows when there is no such date, or what stands there is none. Default: the
    /// run ends as failed, and says so.</summary>
    [Display(
        Name = "If there is no date",
        Description = "When the date is missing or cannot be read: end the run as failed, continue right away, or end it without an error.")]
    public IfNoDate IfNoDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override WaitTarget? Target
    {
        get
        {
            // A name that records and customers may both have says nothing before the run. A time of day can put it off by up to a day.
            if (Property is null || Shift is not { Clock.Ticks: 0 } shift && Time is not null) return null;
            var property = Property.StartsWith(OfRecord, StringComparison.Ordinal)
                ? Property[OfRecord.Length..]
                : RecordDates.AreUsual(Property)
                ? Property
                : null;
            var atLatest = Shift ?? Duration.Zero;
            return property is null ? null : new WaitTarget(property, Time is null ? atLatest : atLatest with { Days = atLatest.Days + 1 });
        }
    }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies Hears => Property is null ? Dependencies.None
        : new Dependencies
        {
            Fields = Dependencies.OfZone.Add(Root(
                Property.StartsWith(OfRecord, StringComparison.Ordinal) ? Property[OfRecord.Length..] : Property))
        };

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (Due(c) is not { } due) return Without(c);
        return due > c.Now ? StepOutcome.Wait(due) : StepOutcome.Leave(because: "that date had already passed");
    }

    /// <inheritdoc />
    public override StepOutcome? OnEvent(StepContext c, CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(happened);
        // Only an event that tells of the date moves it: a due time that a person or an outage has shifted stays otherwise.
        return !TellsOfDate(c, happened) || (Due(c) is { } due && due == c.Run.DueAt) ? null : Run(c);
    }

    /// <inheritdoc />
    public override StepOutcome OnDue(StepContext c) => Run(c) is StepOutcome.Goes ? StepOutcome.Leave() : Run(c);

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var date = ValuePhrases.Field(Property);
        var when = Shift is not { IsZero: false } shift
            ? $"the {date}"
            : $"{shift.ToWords()} {(shift.IsNegative ? "before" : "after")} the {date}";
        return
            $"wait until {when}{(Time is { } time ? $" at {ClockWords.Of(time)}" : "")} "
                + $"({IfNoDate switch { IfNoDate.Continue => "without that date, continue right away", IfNoDate.Stop => "without that date, stop", IfNoDate.Fail => "without that date, end as failed" }})";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Distance(Shift, "shift");

    private bool TellsOfDate(StepContext c, CustomerEvent happened)
    {
        if (Property is null) return false;
        var name = Root(Property.StartsWith(OfRecord, StringComparison.Ordinal) ? Property[OfRecord.Length..] : Property);
        if (happened.Name == EventNames.FieldChanged)
            return happened.Properties.Text("field") is { } field && (Root(field) == name || Dependencies.OfZone.Contains(Root(field)));
        return happened.Record is { } record
            && record == c.Run.Record
            && happened.Properties.Members.Keys.Any(member => Root(member) == name);
    }

    private static string Root(string path) => path.Split('.')[0];

    private StepOutcome Without(StepContext c)
    {
        if (string.IsNullOrWhiteSpace(Property)) return StepOutcome.Skip("no date has been chosen");
        var because = Comparison.IsEmpty(Value(c))
            ? $"there is no {ValuePhrases.Field(Property)} to wait for"
            : $"{ValuePhrases.Value(Value(c))}, the {ValuePhrases.Field(Property)}, is not a date";
        return IfNoDate switch
        {
            IfNoDate.Continue => StepOutcome.Skip(because),
            IfNoDate.Stop => StepOutcome.End(because),
            IfNoDate.Fail => StepOutcome.End(because, failed: true),
        };
    }

    private JsonElement? Value(StepContext c)
    {
        if (string.IsNullOrWhiteSpace(Property)) return null;
        var ofRecord = Property.StartsWith(OfRecord, StringComparison.Ordinal);
        return c.Record?.Properties.Get(ofRecord ? Property[OfRecord.Length..] : Property)
            ?? (ofRecord ? null : c.Customer.Value(Property));
    }

    private DateTimeOffset? Due(StepContext c)
    {
        if (Values.AsMoment(Value(c), c.Reads) is not { } date) return null;
        var shifted = LocalClock.Shift(date, Shift ?? Duration.Zero, c.Zone);
        return Time is { } time ? LocalClock.Resolve(LocalClock.On(LocalClock.Local(shifted, c.Zone), time), c.Zone) : shifted;
    }
}
