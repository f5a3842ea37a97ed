using System.Globalization;
using CsCheck;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Time;

public sealed class LocalClockTests
{
    private static readonly string[] Zones =
    [
        "America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata", "Asia/Tehran",
        "Pacific/Apia", "Africa/Casablanca", "America/Havana", "Asia/Kathmandu", "Pacific/Chatham", "Etc/UTC",
    ];

    [Theory]
    // Spring: the first instant after the gap.
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:00:00", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T03:00:00", "2026-03-08T07:00:00Z")]
    [InlineData("Europe/London", "2026-03-29T01:15:00", "2026-03-29T01:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00Z")]
    [InlineData("America/Santiago", "2026-09-06T00:00:00", "2026-09-06T04:00:00Z")]
    [InlineData("America/Santiago", "2026-09-06T00:59:59.9999999", "2026-09-06T04:00:00Z")]
    [InlineData("Asia/Tehran", "2022-03-22T00:30:00", "2022-03-21T20:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z")]
    // Autumn: the earlier of the two.
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z")]
    [InlineData("Europe/London", "2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-04T15:30:00Z")]
    [InlineData("America/Santiago", "2026-04-04T23:30:00", "2026-04-05T02:30:00Z")]
    [InlineData("Asia/Tehran", "2022-09-21T23:30:00", "2022-09-21T19:00:00Z")]
    // Ordinary days, on both sides of the changes.
    [InlineData("America/New_York", "2026-03-08T01:59:59", "2026-03-08T06:59:59Z")]
    [InlineData("America/New_York", "2026-11-01T00:59:59", "2026-11-01T04:59:59Z")]
    [InlineData("Asia/Kolkata", "2026-03-29T01:30:00", "2026-03-28T20:00:00Z")]
    [InlineData("Asia/Tehran", "2026-03-22T00:30:00", "2026-03-21T21:00:00Z")]
    [InlineData("America/Santiago", "2026-07-01T12:00:00", "2026-07-01T16:00:00Z")]
    public void A_local_time_is_one_instant(string zone, string local, string instant) =>
        LocalClock.Resolve(DateTime.Parse(local, CultureInfo.InvariantCulture), Zone(zone)).ShouldBe(At(instant));

    [Fact]
    public void Whatever_the_time_it_is_shown_or_skipped_and_never_met_before() =>
        Gen.Select(Gen.OneOf(Zones), Gen.Long[new DateTime(1950, 1, 1).Ticks / 600_000_000, new DateTime(2036, 1, 1).Ticks / 600_000_000])
            .Sample((name, minute) =>
            {
                var zone = Zone(name);
                var local = new DateTime(minute * 600_000_000, DateTimeKind.Unspecified);
                var instant = LocalClock.Resolve(local, zone);
                var shown = LocalClock.Local(instant, zone);
                if (shown == local)
                {
                    // No earlier instant shows it: clocks go back by at most three hours.
                    for (var earlier = 1; earlier <= 12; earlier++)
                        LocalClock.Local(instant.AddMinutes(-15 * earlier), zone).ShouldNotBe(local);
                    return;
                }

                shown.ShouldBeGreaterThan(local);
                LocalClock.Local(instant.AddSeconds(-1), zone).ShouldBeLessThan(local);
            }, iter: 4_000);

    [Fact]
    public void A_day_shift_keeps_the_wall_clock_and_hours_are_elapsed()
    {
        var zone = Zone("America/New_York");
        var visit = At("2026-03-08T13:00:00Z");

        LocalClock.Shift(visit, Duration.Parse("-P1D"), zone).ShouldBe(At("2026-03-07T14:00:00Z"));
        LocalClock.Shift(visit, Duration.Parse("-PT24H"), zone).ShouldBe(At("2026-03-07T13:00:00Z"));
        LocalClock.Shift(At("2026-01-31T17:00:00Z"), Duration.Parse("P1M"), zone).ShouldBe(At("2026-02-28T17:00:00Z"));
    }

    [Fact]
    public void An_instant_in_the_second_half_of_an_overlap_stays_where_it_is_when_shifted_by_no_days() =>
        LocalClock.Shift(At("2026-11-01T06:30:00Z"), Duration.Zero, Zone("America/New_York")).ShouldBe(At("2026-11-01T06:30:00Z"));

    [Fact]
    public void The_ends_of_the_calendar_are_held()
    {
        foreach (var name in Zones)
        {
            LocalClock.Resolve(DateTime.MaxValue, Zone(name));
            LocalClock.Resolve(DateTime.MinValue, Zone(name));
            LocalClock.Shift(DateTimeOffset.MaxValue, Duration.Parse("P900000D"), Zone(name))
                .ShouldBeGreaterThan(At("9999-12-30T00:00:00Z"));
            LocalClock.Shift(DateTimeOffset.MinValue, Duration.Parse("-P900000M"), Zone(name)).ShouldBeLessThan(At("0001-01-03T00:00:00Z"));
        }
    }

    private static TimeZoneInfo Zone(string name) => LocalClock.Find(name)!;

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
