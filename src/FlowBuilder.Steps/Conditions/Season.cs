using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Conditions;

/// <summary>Today lies in a part of the year, both days included, by the customer's calendar. It may run over New Year.</summary>
[Step("season", Title = "Season", Icon = "eco", Group = "Time")]
public sealed record Season : ConditionStep
{
    /// <summary>First day.</summary>
    [Required, Display(Name = "From", Description = "The first day, as month-day such as 03-15.")]
    public MonthDay? From { get; init; }

    /// <summary>Last day.</summary>
    [Required, Display(Name = "To", Description = "The last day, as month-day such as 10-31. Earlier than From means the next year.")]
    public MonthDay? To { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => new() { Fields = Dependencies.OfZone, OnTime = true };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        if (From is not { } from || To is not { } to) return false;
        var today = DateOnly.FromDateTime(LocalClock.Local(c.Now, c.Zone));
        var (first, last) = (from.In(today.Year), to.In(today.Year));
        return from <= to ? first <= today && today <= last : today >= first || today <= last;
    }

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c)
    {
        if (From is not { } from || To is not { } to) return null;
        var (zone, now) = (c.Zone, c.Now);
        var year = LocalClock.Local(now, zone).Year;
        return new[] { year, Math.Min(year + 1, DateTime.MaxValue.Year) }
            .SelectMany(
                each =>
                    new[] { from.In(each).ToDateTime(TimeOnly.MinValue), LocalClock.AddDays(to.In(each).ToDateTime(TimeOnly.MinValue), 1) })
            .Select(midnight => LocalClock.Resolve(midnight, zone))
            .Where(turn => turn > now)
            .Cast<DateTimeOffset?>()
            .Min();
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"today {(Not ? "is not" : "is")} between {From?.ToWords() ?? "…"} and {To?.ToWords() ?? "…"}";
}
