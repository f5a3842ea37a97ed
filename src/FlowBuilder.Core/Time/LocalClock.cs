namespace FlowBuilder.Core.Time;

/// <summary>
/// Turns local dates and times into instants. In the spring gap the answer is the first instant after the gap; in the autumn
/// overlap it is the earlier of the two, once.
/// </summary>
public static class LocalClock
{
    /// <summary>The instant at which the wall clock of <paramref name="zone"/> shows <paramref name="local"/>.</summary>
    /// <param name="local">A wall-clock time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="zone">The zone the clock hangs in.</param>
    public static DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) return EndOfGap(local, zone);
        if (!zone.IsAmbiguousTime(local)) return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, offsets.Max()).ToUniversalTime();
    }

    /// <summary>What the wall clock of <paramref name="zone"/> shows at <paramref name="instant"/>.</summary>
    public static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return TimeZoneInfo.ConvertTime(instant, zone).DateTime;
    }

    /// <summary>The zone of an IANA name, or null when there is none.</summary>
    public static TimeZoneInfo? Find(string? ianaName) =>
        !string.IsNullOrWhiteSpace(ianaName) && TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out var zone) ? zone : null;

    private static DateTimeOffset EndOfGap(DateTime local, TimeZoneInfo zone)
    {
        // The gap's end lies within a day; halve the way to it by the second, then it is exact.
        var low = local;
        var high = local;
        do high = high.AddMinutes(30); while (zone.IsInvalidTime(high));
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low + TimeSpan.FromSeconds(Math.Floor((high - low).TotalSeconds / 2));
            if (zone.IsInvalidTime(middle)) low = middle;
            else high = middle;
        }

        var end = new DateTime(high.Ticks - (high.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
