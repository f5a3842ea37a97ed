using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Waits;

public sealed class WaitTests
{
    private const string DayBefore = """{ "type": "wait-until-date", "property": "start_at", "shift": "-P1D" }""";
    private const string Office =
        """{ "type": "wait-for-window", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "17:00", "skipHolidays": true }""";
    private const string ForAnswer = """{ "type": "wait-for-event", "event": "Estimate Accepted", "record": "same", "timeout": "P7D" }""";
    private const string ForTag =
        """{ "type": "wait-until-true", "when": { "all": [{ "type": "has-tag", "tag": "vip" }] }, "timeout": "P7D" }""";

    private static readonly Scene Booked = Scene.Empty.After(
        EventNames.VisitAdded, "2026-06-01T12:00:00Z", """{ "start_at": "2026-06-20T13:00:00Z" }""", Scene.Visit)
        .About(Scene.Visit);

    [Fact]
    public void A_while_is_elapsed_time_whatever_the_clocks_do() =>
        Until(Scene.Empty.OnClock("2026-03-07T17:00:00Z").Does("""{ "type": "wait-for", "duration": "P1D" }"""))
            .ShouldBe(Scene.At("2026-03-08T17:00:00Z"));

    [Theory]
    [InlineData("2026-06-11T09:00:00-04:00", "2026-06-11T13:00:00Z")]
    [InlineData("2026-06-11T09:00:00", "2026-06-11T13:00:00Z")]
    public void Until_a_time(string at, string due) =>
        Until(Scene.Empty.Does($$"""{ "type": "wait-until", "at": "{{at}}" }""")).ShouldBe(Scene.At(due));

    [Fact]
    public void A_time_that_has_passed_is_not_waited_for() =>
        Scene.Empty.Does("""{ "type": "wait-until", "at": "2026-06-10T12:00:00Z" }""")
            .ShouldBeOfType<StepOutcome.Goes>().Because.ShouldNotBeNull();

    [Fact]
    public void A_date_of_the_record_comes_before_one_of_the_customer()
    {
        Until(Booked.WithField("start_at", "2026-07-01").Does(DayBefore)).ShouldBe(Scene.At("2026-06-19T13:00:00Z"));
        Until(Scene.Empty.WithField("start_at", "2026-07-01").Does(DayBefore)).ShouldBe(Scene.At("2026-06-30T04:00:00Z"));
        Until(Booked.Does(DayBefore.Replace("start_at", "record.start_at", StringComparison.Ordinal)))
            .ShouldBe(Scene.At("2026-06-19T13:00:00Z"));
        Until(Booked.Does("""{ "type": "wait-until-date", "property": "start_at", "shift": "-P1D", "time": "17:30" }"""))
            .ShouldBe(Scene.At("2026-06-19T21:30:00Z"));
    }

    [Fact]
    public void A_date_that_is_missing_ends_the_run_and_one_that_has_passed_is_not_waited_for()
    {
        Scene.Empty.Does(DayBefore).ShouldBe(new StepOutcome.Ends("there is no start date to wait for", IsFault: true));
        Booked.OnClock("2026-06-19T13:00:00Z").Does(DayBefore).ShouldBeOfType<StepOutcome.Goes>();
    }

    [Fact]
    public void A_rescheduled_visit_moves_the_wait()
    {
        var waiting = Booked with { DueAt = Scene.At("2026-06-19T13:00:00Z"), Arrived = Scene.At("2026-06-02T12:00:00Z") };
        var moved = waiting.After(
            EventNames.VisitRescheduled, "2026-06-05T12:00:00Z", """{ "start_at": "2026-06-25T13:00:00Z" }""", Scene.Visit);

        Until(OnEvent(moved, DayBefore, EventNames.VisitRescheduled, """{ "start_at": "2026-06-25T13:00:00Z" }""", Scene.Visit)!)
            .ShouldBe(Scene.At("2026-06-24T13:00:00Z"));
        var sooner = waiting.After(
            EventNames.VisitRescheduled, "2026-06-05T12:00:00Z", """{ "start_at": "2026-06-11T13:00:00Z" }""", Scene.Visit);
        OnEvent(sooner, DayBefore, EventNames.VisitRescheduled, """{ "start_at": "2026-06-11T13:00:00Z" }""", Scene.Visit)
            .ShouldBeOfType<StepOutcome.Goes>();
    }

    [Fact]
    public void A_due_time_that_was_shifted_by_a_person_is_moved_by_no_other_event()
    {
        var shifted = Booked with { DueAt = Scene.At("2026-06-21T13:00:00Z") };

        OnEvent(shifted, DayBefore, EventNames.TagAdded, """{ "tag": "x" }""", null).ShouldBeNull();
        OnEvent(shifted, DayBefore, "Visit Photographed", """{ "by": "max" }""", Scene.Visit).ShouldBeNull();
    }

    [Fact]
    public void A_moved_zone_or_field_moves_the_wait_of_a_customers_date()
    {
        var waiting = Scene.Empty.WithField("start_at", "2026-07-01").In("Asia/Kolkata") with { DueAt = Scene.At("2026-06-30T04:00:00Z") };

        Until(OnEvent(waiting, DayBefore, EventNames.FieldChanged, """{ "field": "time_zone" }""", null)!)
            .ShouldBe(Scene.At("2026-06-29T18:30:00Z"));
    }

    [Fact]
    public void Due_a_date_is_looked_at_once_more()
    {
        var wait = Scene.Step<WaitStep>(DayBefore);

        wait.OnDue(Booked.OnClock("2026-06-19T13:00:00Z").Context).ShouldBeOfType<StepOutcome.Goes>();
        Until(wait.OnDue(Booked.OnClock("2026-06-19T12:59:59Z").Context)).ShouldBe(Scene.At("2026-06-19T13:00:00Z"), "never early");
    }

    [Theory]
    [InlineData("2026-06-10T16:00:00Z", null)]
    [InlineData("2026-06-10T21:00:00Z", "2026-06-11T13:00:00Z")]
    [InlineData("2026-06-12T22:00:00Z", "2026-06-15T13:00:00Z")]
    [InlineData("2026-07-02T22:00:00Z", "2026-07-06T13:00:00Z")]
    public void Office_hours_are_waited_for_over_weekends_and_holidays(string now, string? due)
    {
        var outcome = Scene.Empty.OnClock(now).Does(Office);

        if (due is null) outcome.ShouldBeOfType<StepOutcome.Goes>();
        else Until(outcome).ShouldBe(Scene.At(due));
    }

    [Fact]
    public void Hours_go_by_the_clock_that_is_asked_for()
    {
        var far = Scene.Empty.In("Asia/Kolkata");

        Until(far.Does(Office)).ShouldBe(Scene.At("2026-06-11T03:30:00Z"));
        far.Does(Office.Replace("\"from\"", "\"zone\": \"company\", \"from\"", StringComparison.Ordinal))
            .ShouldBeOfType<StepOutcome.Goes>();
    }

    [Fact]
    public void Found_late_outside_the_hours_it_waits_for_the_next()
    {
        var wait = Scene.Step<WaitStep>(Office);
        var due = Scene.At("2026-06-10T13:00:00Z");

        wait.OnDue((Scene.Empty.OnClock("2026-06-10T13:00:02Z") with { DueAt = due }).Context).ShouldBeOfType<StepOutcome.Goes>();
        Until(wait.OnDue((Scene.Empty.OnClock("2026-06-10T23:00:00Z") with { DueAt = due }).Context))
            .ShouldBe(Scene.At("2026-06-11T13:00:00Z"));
    }

    [Fact]
    public void An_event_lets_go_by_out_and_the_time_limit_by_timedOut()
    {
        var about = Scene.Empty.About(Scene.Estimate);

        about.Does(ForAnswer).ShouldBe(StepOutcome.WaitForEvent(Scene.At("2026-06-17T16:00:00Z")));
        OnEvent(about, ForAnswer, EventNames.EstimateAccepted, "{}", Scene.Estimate)
            .ShouldBeOfType<StepOutcome.Goes>().Port
            .ShouldBe("out");
        OnEvent(about, ForAnswer, EventNames.EstimateAccepted, "{}", new RecordKey("estimate", "E-2")).ShouldBeNull();
        OnEvent(about, ForAnswer, EventNames.EstimateDeclined, "{}", Scene.Estimate).ShouldBeNull();
        Scene.Step<WaitStep>(ForAnswer).OnDue(about.Context).ShouldBeOfType<StepOutcome.Goes>().Port.ShouldBe("timedOut");
        Scene.Step<WaitStep>(ForAnswer).Ports.ShouldBe(["out", "timedOut"]);
    }

    [Fact]
    public void What_holds_already_is_not_waited_for_and_is_judged_before_the_time_is_up()
    {
        var wait = Scene.Step<WaitStep>(ForTag);

        Scene.Empty.WithTag("vip").Does(ForTag).ShouldBeOfType<StepOutcome.Goes>().Port.ShouldBe("out");
        Scene.Empty.Does(ForTag).ShouldBe(StepOutcome.WaitForEvent(Scene.At("2026-06-17T16:00:00Z")));
        OnEvent(Scene.Empty, ForTag, EventNames.TagAdded, "{}", null).ShouldBeNull();
        OnEvent(Scene.Empty.WithTag("vip"), ForTag, EventNames.TagAdded, "{}", null)
            .ShouldBeOfType<StepOutcome.Goes>().Port
            .ShouldBe("out");
        wait.OnDue(Scene.Empty.WithTag("vip").Context).ShouldBeOfType<StepOutcome.Goes>().Port.ShouldBe("out");
        wait.OnDue(Scene.Empty.Context).ShouldBeOfType<StepOutcome.Goes>().Port.ShouldBe("timedOut");
    }

    [Fact]
    public void What_time_alone_may_turn_is_watched() =>
        Scene.Step<WaitStep>(
            """{ "type": "wait-until-true", "when": { "all": [{ "type": "season", "from": "06-15", "to": "06-20" }] }, "timeout": "P30D" }""")
            .MayTurnAt(Scene.Empty.Context).ShouldBe(Scene.At("2026-06-15T04:00:00Z"));

    private static DateTimeOffset? Until(StepOutcome outcome) => outcome.ShouldBeOfType<StepOutcome.Waits>().Until;

    private static StepOutcome? OnEvent(Scene scene, string wait, string name, string properties, RecordKey? record) =>
        Scene.Step<WaitStep>(wait).OnEvent(scene.Context, scene.Happens(name, properties, record));
}
