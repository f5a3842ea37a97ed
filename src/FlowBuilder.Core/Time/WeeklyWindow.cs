using System.Collections.Immutable;

namespace FlowBuilder.Core.Time;

/// <summary>
/// Hours on certain weekdays, from (included) to (excluded), by the wall clock of a zone. With <c>From &gt;= To</c> the window ends on the
/// next day and belongs to the day on which it opens. A window that falls into the spring gap shrinks to the instant after the gap.
/// </summary>
/// <param name="Days">The weekdays on which it opens; none: every day.</param>
/// <param name="From">When it opens.</param>
/// <param name="To">When it closes.</param>
/// <param name="Zone">Whose wall clock.</param>
/// <param name="Closed">Dates on which it does not open.</param>
public sealed record WeeklyWindow(
    ImmutableArray<Weekday> Days, TimeOnly From, TimeOnly To, TimeZoneInfo Zone, IReadOnlySet<DateOnly>? Closed = null)
{
    // A year of holidays in a row is no window at all.
    private const int LooksAhead = 400;

    /// <summary>Whether it is open.</summary>
    public bool Contains(DateTimeOffset instant)
    {
        var today = LocalClock.Local(instant, Zone).Date;
        return Opens(LocalClock.AddDays(today, -1), instant) || Opens(today, instant);
        bool Opens(DateTime day, DateTimeOffset at) => IsOn(day) && OpensOn(day) <= at && at < ClosesOn(day);
    }

    /// <summary>The first opening after an instant; null when there is none within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var day = LocalClock.Local(after, Zone).Date;
        for (var ahead = 0; ahead <= LooksAhead; ahead++)
        {
            var candidate = LocalClock.AddDays(day, ahead);
            if (IsOn(candidate) && OpensOn(candidate) is var opens && opens > after) return opens;
        }

        return null;
    }

    /// <summary>The next opening or closing after an instant.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset after)
    {
        var next = NextOpening(after);
        var today = LocalClock.Local(after, Zone).Date;
        foreach (var day in new[] { LocalClock.AddDays(today, -1), today })
            if (IsOn(day) && ClosesOn(day) is var closes && closes > after && (next is null || closes < next))
                next = closes;
        return next;
    }

    private bool IsOn(DateTime day) =>
        (Days.IsDefaultOrEmpty || Days.Contains(Weekdays.Of(day))) && Closed?.Contains(DateOnly.FromDateTime(day)) != true;

    private DateTimeOffset OpensOn(DateTime day) => LocalClock.Resolve(LocalClock.On(day, From), Zone);

    private DateTimeOffset ClosesOn(DateTime day) =>
        LocalClock.Resolve(LocalClock.On(LocalClock.AddDays(day, From < To ? 0 : 1), To), Zone);
}
