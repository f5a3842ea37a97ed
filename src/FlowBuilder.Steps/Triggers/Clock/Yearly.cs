using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Clock;

/// <summary>
/// Every year on a date of the customer (birthday, contract end), from that date's own year on, at a time of day in the customer's
/// zone. The written day counts, whatever time and zone stand behind it. 29 February falls on 28
/// February in other years; the shift counts from there.
/// </summary>
[Step("yearly", Title = "Every year on a customer's date", Icon = "cake", Group = "Time")]
public sealed record Yearly : ClockTrigger
{
    private const int FurthestDays = 366;

    /// <summary>The field that holds the date: <c>yyyy-MM-dd</c>, a date and time, or <c>MM-dd</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Date", Description = "The customer field that holds the date, such as birthday.")]
    public string? Field { get; init; }

    /// <summary>The local time of day.</summary>
    [Required, JsonConverter(typeof(TimeOfDayJson)), Display(Name = "Time", Description = "The time of day, where the customer lives.")]
    public TimeOnly? Time { get; init; }

    /// <summary>Whole days, weeks or months before (minus) or after the date; at most a year.</summary>
    [Display(
        Name = "Shifted by",
        Description = "How long before (minus) or after the date, such as -P7D for a week before. Leave empty for the day itself.")]
    public Duration? Shift { get; init; }

    /// <inheritdoc />
    public override IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Field is null || Time is not { } time) yield break;
        var zone = facts.Zone;
        if (Read(facts.Customer.Value(Field), facts.Company.ReadsDates) is not { } read) yield break;
        var (day, firstYear) = read;
        var shift = Shift ?? Duration.Zero;
        var thisYear = LocalClock.Local(after, zone).Year;
        for (var year =
            Math.Max(firstYear, thisYear - 2); year <= Math.Min(Math.Max(firstYear, thisYear) + 3, DateTime.MaxValue.Year - 1); year++)
        {
            var date = LocalClock.AddDays(LocalClock.AddMonths(day.In(year).ToDateTime(TimeOnly.MinValue), shift.Months), shift.Days);
            var at = LocalClock.Resolve(LocalClock.On(date, time), zone);
            if (at <= after) continue;
            yield return new Moment(at);
            yield break;
        }
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var day = Shift is not { IsZero: false } shift ? "on" : $"{shift.ToWords()} {(shift.IsNegative ? "before" : "after")}";
        return
            $"it is {day} the customer's {ValuePhrases.Field(Field)}, every year{(Time is { } time ? $" at {ClockWords.Of(time)}" : "")}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Shift is not { } shift) yield break;
        if (shift.Clock != TimeSpan.Zero)
            yield return new("shift", "Shift the date by whole days, weeks or months; the time of day is set next to it.");
        if (Math.Abs(shift.Approximate.TotalDays) > FurthestDays)
            yield return new("shift", "A yearly date can be shifted by at most a year.");
    }

    private static (MonthDay Day, int FirstYear)? Read(JsonElement? value, DayOrder order)
    {
        if (value is { ValueKind: JsonValueKind.String } text && MonthDay.TryParse(Values.AsText(text)?.Trim(), out var monthDay))
            return (monthDay, 1);
        return Values.AsDate(value, order) is { Day: var day } ? (new MonthDay(day.Month, day.Day), day.Year) : null;
    }
}
