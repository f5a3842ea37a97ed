using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>
/// Waits for certain hours of certain weekdays; inside them it goes on at once. A window over midnight belongs to the day on which it
/// opens. Found late outside the hours, it waits for the next window.
/// </summary>
[Step("wait-for-window", Title = "Wait for allowed hours", Icon = "more_time", Group = "Waits")]
public sealed record WaitForWindow : WaitStep
{
    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(15);

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

    /// <summary>Not on the company's holidays.</summary>
    [Display(Name = "Skip holidays", Description = "Not on the company's holidays.")]
    public bool SkipHolidays { get; init; }

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (Window(c) is not { } window) return StepOutcome.Skip("no hours have been chosen");
        if (window.Contains(c.Now)) return StepOutcome.Leave();
        return window.NextOpening(c.Now) is { } opens ? StepOutcome.Wait(opens) : StepOutcome.Skip("these hours never come within a year");
    }

    /// <inheritdoc />
    public override StepOutcome OnDue(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return c.Run.DueAt is { } due && c.Now >= due && c.Now - due <= Punctual ? StepOutcome.Leave() : Run(c);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"wait for {Weekdays.ToWords(Days.IsDefault ? [] : Days)} between {ValuePhrases.Hours(From, To)} "
            + $"({Clocks.ToWords(Zone)}{(SkipHolidays ? ", not on holidays" : "")})";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (From is not null && From == To)
            yield return new("to", "From and to are the same time. Choose a later end, or an earlier one for the next morning.");
    }

    private WeeklyWindow? Window(StepContext c) => From is { } from && To is { } to && from != to
        ? new WeeklyWindow(Days, from, to, Clocks.ZoneOf(Zone, c.Facts), SkipHolidays ? c.Company.Holidays : null)
        : null;
}
