using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Conditions;

/// <summary>
/// How many whole days ago a date of the customer, or the newest event of a name, was. A day is over when the customer's wall clock shows
/// the same time again. False when there is no such date or event; a date ahead counts as negative days.
/// </summary>
[Step("days-since", Title = "Days since", Icon = "event_repeat", Group = "Time")]
public sealed record DaysSince : ConditionStep
{
    /// <summary>The customer field that holds the date; either this or the event.</summary>
    [StringLength(Rules.LongestName), Display(
        Name = "Field", Description = "The customer field that holds the date. Choose this or an event.")]
    public string? Field { get; init; }

    /// <summary>The event's exact name; either this or the field.</summary>
    [StringLength(Rules.LongestName), Display(
        Name = "Event", Description = "The event to count from, such as Visit Completed. Choose this or a field.")]
    public string? Event { get; init; }

    /// <summary>is, is-not, greater, at-least, less or at-most.</summary>
    [Required, Display(
        Name = "Comparison", Description = "How the days are compared: is, is not, more than, at least, less than or at most.")]
    public Operator? Op { get; init; }

    /// <summary>How many days.</summary>
    [Required, Range(0, 3660), Display(Name = "Days", Description = "The number of days.")]
    public int? Days { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => (Event is not null ? Dependencies.OnEvent(Event) : Dependencies.None) with
    {
        Fields = Field is not null ? Dependencies.OfZone.Union([Field, Field.Split('.')[0]]) : Dependencies.OfZone,
        OnTime = true,
    };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        if (Days is not { } days || Began(c) is not { } began) return false;
        bool Over(int count) => DayOver(began, count, c.Zone) <= c.Now;
        return Op switch
        {
            Operator.Is => Over(days) && !Over(days + 1),
            Operator.IsNot => !Over(days) || Over(days + 1),
            Operator.Greater => Over(days + 1),
            Operator.AtLeast => Over(days),
            Operator.Less => !Over(days),
            Operator.AtMost => !Over(days + 1),
            _ => false,
        };
    }

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c)
    {
        if (Days is not { } days || Began(c) is not { } began) return null;
        var (now, zone) = (c.Now, c.Zone);
        return new[] { days, days + 1 }
            .Select(count => DayOver(began, count, zone))
            .Where(turn => turn > now)
            .Cast<DateTimeOffset?>().Min();
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var days = Days is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} day{(count == 1 ? "" : "s")}") : "… days";
        var what = Event is not null ? $"the last {ValuePhrases.Quote(Event)}" : $"the customer's {ValuePhrases.Field(Field)}";
        var how = Op switch
        {
            Operator.IsNot => "not exactly",
            Operator.Greater => "more than",
            Operator.AtLeast => "at least",
            Operator.Less => "less than",
            Operator.AtMost => "at most",
            _ => "exactly",
        };
        return $"{what} {(Not ? "was not" : "was")} {how} {days} ago";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (string.IsNullOrWhiteSpace(Field) == string.IsNullOrWhiteSpace(Event))
            yield return new(
                "field",
                Field is null or "" ? "Choose a field that holds a date, or an event." : "Choose either a field or an event, not both.");
        if (Op is not (null or Operator.Is or Operator.IsNot or Operator.Greater or Operator.AtLeast or Operator.Less or Operator.AtMost))
            yield return new("op", "Days are compared with is, is not, more than, at least, less than or at most.");
    }

    private DateTimeOffset? Began(ConditionContext c)
    {
        if (string.IsNullOrWhiteSpace(Event))
            return string.IsNullOrWhiteSpace(Field) ? null : Values.AsMoment(c.Facts.Customer.Value(Field), c.Reads);
        DateTimeOffset? newest = null;
        foreach (var happening in c.Facts.Happenings)
            if (happening.Name == Event && (newest is null || happening.At > newest)) newest = happening.At;
        return newest;
    }

    private static DateTimeOffset DayOver(DateTimeOffset began, int count, TimeZoneInfo zone) =>
        LocalClock.Shift(began, Duration.OfDays(count), zone);
}
