namespace FlowBuilder.Core.Time;

/// <summary>
/// Turns local dates and times into instants. In the spring gap the answer is the first instant after the gap; in the autumn
/// overlap it is the earlier of the two, once. Times at the very ends of the calendar are held within it.
/// </summary>
public static class LocalClock
{
    /// <summary>The instant at which the wall clock of <paramref name="zone"/> shows <paramref name="local"/>.</summary>
    /// <param name="local">A wall-clock time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="zone">The zone the clock hangs in.</param>
    public static DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        // Only the way from instant to offset is asked of the zone: it is the one that is exact for every kind of change (gaps at
        // midnight, half hours, changes of the standard offset). Offsets lie within 14 hours, changes further apart than 30.
        var before = OffsetAt(local.Ticks - Probe.Ticks, zone);
        var after = OffsetAt(local.Ticks + Probe.Ticks, zone);
        var earlier = local.Ticks - Math.Max(before.Ticks, after.Ticks);
        var later = local.Ticks - Math.Min(before.Ticks, after.Ticks);
        if (Shows(earlier, local, zone)) return At(earlier);
        return earlier == later || Shows(later, local, zone) ? At(later) : EndOfGap(earlier, later, local, zone);
    }

    /// <summary>What the wall clock of <paramref name="zone"/> shows at <paramref name="instant"/>.</summary>
    public static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Held(instant.UtcTicks + OffsetAt(instant.UtcTicks, zone).Ticks);
    }

    /// <summary>
    /// An instant shifted on the local calendar: months and days keep the wall-clock time, the clock part is elapsed time.
    /// So <c>-P1D</c> before a visit at 09:00 is 09:00 the day before, whatever the clocks do that night.
    /// </summary>
    public static DateTimeOffset Shift(DateTimeOffset instant, Duration by, TimeZoneInfo zone)
    {
        var moved = instant;
        if (by.Months != 0 || by.Days != 0)
        {
            var local = Local(instant, zone);
            var shifted = AddDays(AddMonths(local, by.Months), by.Days);
            moved = shifted == local ? instant : Resolve(shifted, zone);
        }

        return Duration.Of(by.Clock).Reach(moved);
    }

    /// <summary>Local calendar days later, held within the calendar.</summary>
    public static DateTime AddDays(DateTime local, int days) => Held(local.Ticks + (days * TimeSpan.TicksPerDay));

    /// <summary>A time of day on a local date, held within the calendar.</summary>
    public static DateTime On(DateTime date, TimeOnly time) => Held(date.Date.Ticks + time.Ticks);

    /// <summary>Local calendar months later, held within the calendar.</summary>
    public static DateTime AddMonths(DateTime local, int months)
    {
        var month = (local.Year * 12L) + local.Month - 1 + months;
        return month < 12 ? DateTime.MinValue : month >= 120_000 ? DateTime.MaxValue : Held(local.Ticks).AddMonths(months);
    }

    /// <summary>The zone of an IANA name, or null when there is none.</summary>
    public static TimeZoneInfo? Find(string? ianaName) =>
        !string.IsNullOrWhiteSpace(ianaName) && TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out var zone) ? zone : null;

    private static readonly TimeSpan Probe = TimeSpan.FromHours(15);

    private static DateTimeOffset EndOfGap(long low, long high, DateTime local, TimeZoneInfo zone)
    {
        // The clock jumps over the wanted time at one instant in between; changes fall on whole seconds.
        low = (low / TimeSpan.TicksPerSecond) - 1;
        high = (high / TimeSpan.TicksPerSecond) + 1;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var ticks = middle * TimeSpan.TicksPerSecond;
            if (ticks + OffsetAt(ticks, zone).Ticks > local.Ticks) high = middle;
            else low = middle;
        }

        return At(high * TimeSpan.TicksPerSecond);
    }

    private static bool Shows(long utcTicks, DateTime local, TimeZoneInfo zone) => utcTicks + OffsetAt(utcTicks, zone).Ticks == local.Ticks;

    private static TimeSpan OffsetAt(long utcTicks, TimeZoneInfo zone) =>
        zone.GetUtcOffset(DateTime.SpecifyKind(Held(utcTicks), DateTimeKind.Utc));

    private static DateTimeOffset At(long utcTicks) => new(Held(utcTicks), TimeSpan.Zero);

    private static DateTime Held(long ticks) =>
        new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
}
