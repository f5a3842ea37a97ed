using System.Globalization;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Time;

public sealed class WeeklyWindowTests
{
    private static readonly TimeZoneInfo NewYork = LocalClock.Find("America/New_York")!;

    [Fact]
    public void A_window_over_midnight_belongs_to_the_day_on_which_it_opens()
    {
        var window = new WeeklyWindow([Weekday.Friday], new TimeOnly(22, 0), new TimeOnly(6, 0), NewYork);

        window.Contains(At("2026-06-13T03:00:00Z")).ShouldBeTrue("Friday 23:00");
        window.Contains(At("2026-06-13T09:00:00Z")).ShouldBeTrue("Saturday 05:00");
        window.Contains(At("2026-06-12T09:00:00Z")).ShouldBeFalse("Friday 05:00");
        window.Contains(At("2026-06-13T10:00:00Z")).ShouldBeFalse("Saturday 06:00: the end is excluded");
        window.NextOpening(At("2026-06-13T03:00:00Z")).ShouldBe(At("2026-06-20T02:00:00Z"));
        window.NextTurn(At("2026-06-13T03:00:00Z")).ShouldBe(At("2026-06-13T10:00:00Z"));
    }

    [Fact]
    public void It_does_not_open_on_closed_days()
    {
        var window = new WeeklyWindow(
            [], new TimeOnly(9, 0), new TimeOnly(17, 0), NewYork, new HashSet<DateOnly> { new(2026, 7, 3), new(2026, 7, 4) });

        window.Contains(At("2026-07-03T15:00:00Z")).ShouldBeFalse();
        window.NextOpening(At("2026-07-02T22:00:00Z")).ShouldBe(At("2026-07-05T13:00:00Z"));
    }

    [Fact]
    public void One_that_never_opens_has_no_next_opening()
    {
        var closed = Enumerable.Range(0, 500).Select(day => new DateOnly(2026, 1, 1).AddDays(day)).ToHashSet();

        new WeeklyWindow([], new TimeOnly(9, 0), new TimeOnly(17, 0), NewYork, closed)
            .NextOpening(At("2026-01-05T00:00:00Z")).ShouldBeNull();
    }

    [Theory]
    [InlineData("America/New_York", "02:30")]
    [InlineData("America/New_York", "01:30")]
    [InlineData("Europe/London", "01:30")]
    [InlineData("Australia/Lord_Howe", "02:15")]
    [InlineData("Australia/Lord_Howe", "01:45")]
    [InlineData("America/Santiago", "00:00")]
    [InlineData("America/Santiago", "23:30")]
    [InlineData("Asia/Kolkata", "02:30")]
    [InlineData("Asia/Tehran", "00:30")]
    public void It_opens_once_on_every_day_of_the_year_and_never_early(string zone, string from)
    {
        var (clock, start) = (LocalClock.Find(zone)!, TimeOnly.Parse(from, CultureInfo.InvariantCulture));
        foreach (var year in new[] { 2022, 2026 })
        {
            var window = new WeeklyWindow([], start, start.AddMinutes(15), clock);
            var days = new List<DateTime>();
            var at = LocalClock.Resolve(new DateTime(year, 1, 1), clock).AddTicks(-1);
            while (window.NextOpening(at) is { } opens && LocalClock.Local(opens, clock) is var local && local.Year == year)
            {
                local.TimeOfDay.ShouldBeGreaterThanOrEqualTo(start.ToTimeSpan());
                days.Add(local.Date);
                at = opens;
            }

            days.ShouldBe(Enumerable.Range(0, 365).Select(day => new DateTime(year, 1, 1).AddDays(day)), ignoreOrder: false);
        }
    }

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
