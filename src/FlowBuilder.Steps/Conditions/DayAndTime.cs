using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Conditions;

/// <summary>It is certain hours of certain weekdays. A window over midnight belongs to the day on which it opens.</summary>
[Step("day-and-time", Title = "Day and time", Icon = "date_range", Group = "Time")]
public sealed record DayAndTime : ConditionStep
{
    /// <summary>The weekdays; none: every day.</summary>
    [Display(Name = "Days", Description = "The weekdays. Leave empty for every day.")]
    public ImmutableArray<Weekday> Days { get; init; } = [];

    /// <summary>From this time of day on.</summary>
    [Required, JsonConverter(typeof(TimeOfDayJson)), Display(Name = "From", Description = "Starting at this time of day.")]
    public TimeOnly? From { get; init; }

    /// <summary>Until before this time of day.</summary>
    [Required, JsonConverter(typeof(TimeOfDayJson)), Display(
        Name = "To", Description = "Until this time of day. Earlier than From means the next morning.")]
    public TimeOnly? To { get; init; }

    /// <summary>Whose clock. Default: the customer's.</summary>
    [Display(Name = "Clock", Description = "The customer's local time, or the company's.")]
    public WhoseClock? Zone { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => new() { Fields = Dependencies.OfZone, OnTime = true };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) => Window(c)?.Contains(c.Now) == true;

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) => Window(c)?.NextTurn(c.Now);

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"it {(Not ? "is not" : "is")} {Weekdays.ToWords(Days.IsDefault ? [] : Days)} between {ValuePhrases.Hours(From, To)} "
            + $"({Clocks.ToWords(Zone)})";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (From is not null && From == To)
            yield return new("to", "From and to are the same time. Choose a later end, or an earlier one for the next morning.");
    }

    private WeeklyWindow? Window(ConditionContext c) => From is { } from && To is { } to && from != to
        ? new WeeklyWindow(Days, from, to, Clocks.ZoneOf(Zone, c.Facts))
        : null;
}
