using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Tests.Waits;

/// <summary>
/// Every step that goes by a wall clock, over every kind of change: never early, each local occurrence once, in the gap the first
/// instant after it, in the overlap the earlier.
/// </summary>
public sealed class DaylightSavingTests
{
    /// <summary>Zone, local date, local time, and the one instant that is meant.</summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        { "America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00:00Z" },
        { "America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z" },
        { "Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00:00Z" },
        { "Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z" },
        { "Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z" },
        { "Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z" },
        { "America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00:00Z" },
        { "America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00Z" },
        { "Asia/Kolkata", "2026-03-29", "02:30", "2026-03-28T21:00:00Z" },
        { "Asia/Kolkata", "2026-10-25", "01:30", "2026-10-24T20:00:00Z" },
        { "Asia/Tehran", "2026-03-22", "00:30", "2026-03-21T21:00:00Z" },
        { "Asia/Tehran", "2026-09-21", "23:30", "2026-09-21T20:00:00Z" },
        { "Asia/Tehran", "2022-03-22", "00:30", "2022-03-21T20:30:00Z" },
        { "Asia/Tehran", "2022-09-21", "23:30", "2022-09-21T19:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Yearly(string zone, string date, string time, string instant) =>
        Comes(
            zone, instant, scene => scene.WithField("day", "2000" + date[4..]),
            $$"""{ "type": "yearly", "field": "day", "time": "{{time}}" }""", TimeSpan.FromDays(300));

    [Theory]
    [MemberData(nameof(Table))]
    public void At_time(string zone, string date, string time, string instant) =>
        Comes(zone, instant, scene => scene, $$"""{ "type": "at-time", "at": "{{date}}T{{time}}:00" }""", TimeSpan.FromDays(300));

    [Theory]
    [MemberData(nameof(Table))]
    public void A_week_before_a_visit_at_that_time_of_day(string zone, string date, string time, string instant)
    {
        var start = LocalClock.Resolve(
            DateTime.Parse($"{date}T{time}", System.Globalization.CultureInfo.InvariantCulture).AddDays(7), LocalClock.Find(zone)!);

        Comes(
            zone, instant,
            scene => scene.After(EventNames.VisitAdded, "2020-01-01T00:00:00Z", $$"""{ "start_at": "{{start:O}}" }""", Scene.Visit),
            """{ "type": "visit-before", "lead": "P7D" }""", TimeSpan.FromDays(30));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void An_estimate_unanswered_for_a_week(string zone, string date, string time, string instant)
    {
        var sent = LocalClock.Resolve(
            DateTime.Parse($"{date}T{time}", System.Globalization.CultureInfo.InvariantCulture).AddDays(-7), LocalClock.Find(zone)!);

        Comes(
            zone, instant, scene => scene.After(EventNames.EstimateSent, sent.ToString("O"), record: Scene.Estimate),
            """{ "type": "estimate-unanswered", "after": "P7D" }""", TimeSpan.FromDays(6));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Wait_until(string zone, string date, string time, string instant) =>
        Ends(zone, instant, scene => scene, $$"""{ "type": "wait-until", "at": "{{date}}T{{time}}:00" }""");

    [Theory]
    [MemberData(nameof(Table))]
    public void Wait_until_a_date_at_a_time(string zone, string date, string time, string instant)
    {
        var dayAfter = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture).AddDays(1);

        Ends(
            zone, instant,
            scene => scene.WithField("day", dayAfter.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            $$"""{ "type": "wait-until-date", "property": "day", "shift": "-P1D", "time": "{{time}}" }""");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Wait_for_a_window(string zone, string date, string time, string instant)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture).DayOfWeek.ToString()[..3].ToLowerInvariant();
        var to = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).AddMinutes(29);

        Ends(
            zone, instant, scene => scene,
            $$"""{ "type": "wait-for-window", "days": ["{{day}}"], "from": "{{time}}", "to": "{{TimeOfDayJson.ToText(to)}}" }""");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Day_and_time_turns_true(string zone, string date, string time, string instant)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture).DayOfWeek.ToString()[..3].ToLowerInvariant();
        var scene = Scene.Empty.In(zone) with { Now = Scene.At(instant).AddDays(-1) };
        var condition =
            Scene.Step<ConditionStep>($$"""{ "type": "day-and-time", "days": ["{{day}}"], "from": "{{time}}", "to": "08:00" }""");

        condition.Holds((scene with { Now = Scene.At(instant).AddTicks(-1) }).Conditions).ShouldBeFalse();
        condition.Holds((scene with { Now = Scene.At(instant) }).Conditions).ShouldBeTrue();
        var before = Scene.At(instant).AddMinutes(-1);
        condition.MayTurnAt((scene with { Now = before }).Conditions).ShouldBe(Scene.At(instant));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Days_since(string zone, string date, string time, string instant)
    {
        var began = LocalClock.Resolve(
            DateTime.Parse($"{date}T{time}", System.Globalization.CultureInfo.InvariantCulture).AddDays(-3), LocalClock.Find(zone)!);
        var scene = Scene.Empty.In(zone).After("Seen", began.ToString("O")) with { Now = began };
        var condition = Scene.Step<ConditionStep>("""{ "type": "days-since", "event": "Seen", "op": "at-least", "days": 3 }""");

        condition.MayTurnAt(scene.Conditions).ShouldBe(Scene.At(instant));
        condition.Holds((scene with { Now = Scene.At(instant).AddTicks(-1) }).Conditions).ShouldBeFalse();
        condition.Holds((scene with { Now = Scene.At(instant) }).Conditions).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_season_begins_with_its_day(string zone, string date, string time, string instant)
    {
        var begins = LocalClock.Resolve(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), LocalClock.Find(zone)!);
        var scene = Scene.Empty.In(zone) with { Now = begins.AddTicks(-1) };
        var condition = Scene.Step<ConditionStep>($$"""{ "type": "season", "from": "{{date[5..]}}", "to": "12-31" }""");

        begins.ShouldBeLessThanOrEqualTo(Scene.At(instant), $"{time} is of that day");
        condition.Holds(scene.Conditions).ShouldBeFalse();
        condition.MayTurnAt(scene.Conditions).ShouldBe(begins);
        condition.Holds((scene with { Now = begins }).Conditions).ShouldBeTrue();
    }

    [Theory]
    [InlineData("America/New_York", "02:30")]
    [InlineData("America/New_York", "01:30")]
    [InlineData("Europe/London", "01:30")]
    [InlineData("Australia/Lord_Howe", "02:15")]
    [InlineData("Australia/Lord_Howe", "01:45")]
    [InlineData("America/Santiago", "00:30")]
    [InlineData("America/Santiago", "23:30")]
    [InlineData("Asia/Kolkata", "01:30")]
    [InlineData("Asia/Tehran", "00:30")]
    [InlineData("Asia/Tehran", "23:30")]
    public void Whatever_day_the_yearly_date_is_it_comes_once_a_year(string zone, string time)
    {
        var clock = LocalClock.Find(zone)!;
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
        {
            var scene = Scene.Empty.In(zone)
                .WithField("day", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) with
            {
                Now = LocalClock.Resolve(new DateTime(2026, 1, 1), clock).AddTicks(-1)
            };
            var first = scene.Moments($$"""{ "type": "yearly", "field": "day", "time": "{{time}}" }""").Single().At;
            var second = (scene with { Now = first }).Moments($$"""{ "type": "yearly", "field": "day", "time": "{{time}}" }""").Single().At;

            LocalClock.Local(first, clock).Year.ShouldBe(2026);
            LocalClock.Local(first, clock).TimeOfDay
                .ShouldBeGreaterThanOrEqualTo(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan());
            LocalClock.Local(second, clock).Year.ShouldBe(2027);
        }
    }

    private static void Comes(string zone, string instant, Func<Scene, Scene> with, string trigger, TimeSpan before)
    {
        var at = Scene.At(instant);
        var scene = with(Scene.Empty.In(zone)) with { Now = at - before };

        scene.Moments(trigger).Single().At.ShouldBe(at);
        (scene with { Now = at.AddTicks(-1) }).Moments(trigger).Single().At.ShouldBe(at);
        (scene with { Now = at }).Moments(trigger).Where(moment => moment.At > at && moment.At < at.AddDays(2)).ShouldBeEmpty("once");
    }

    private static void Ends(string zone, string instant, Func<Scene, Scene> with, string wait)
    {
        var at = Scene.At(instant);
        var scene = with(Scene.Empty.In(zone)) with { Now = at.AddDays(-2) };
        var step = Scene.Step<WaitStep>(wait);

        step.Run(scene.Context).ShouldBeOfType<StepOutcome.Waits>().Until.ShouldBe(at);
        step.OnDue((scene with { Now = at, DueAt = at }).Context).ShouldBeOfType<StepOutcome.Goes>();
    }
}
