using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Tests.Triggers;

public sealed class ClockTriggerTests
{
    private const string DayBefore = """{ "type": "visit-before", "lead": "P1D" }""";

    private static readonly Scene Booked = Scene.Empty.After(
        EventNames.VisitAdded, "2026-06-01T12:00:00Z", """{ "start_at": "2026-06-20T13:00:00Z" }""", Scene.Visit);

    [Fact]
    public void Before_a_visit_is_the_same_wall_clock_time_the_day_before() =>
        Booked.Moments(DayBefore).ShouldBe([new Moment(Scene.At("2026-06-19T13:00:00Z"), Scene.Visit)]);

    [Fact]
    public void A_rescheduled_visit_moves_the_moment() =>
        Booked.After(EventNames.VisitRescheduled, "2026-06-05T12:00:00Z", """{ "start_at": "2026-06-25T13:00:00Z" }""", Scene.Visit)
            .Moments(DayBefore).ShouldBe([new Moment(Scene.At("2026-06-24T13:00:00Z"), Scene.Visit)]);

    [Theory]
    [InlineData(EventNames.VisitCancelled)]
    [InlineData(EventNames.VisitCompleted)]
    [InlineData(EventNames.VisitStarted)]
    public void A_visit_that_is_cancelled_or_done_has_no_moment(string name)
    {
        var over = Booked.After(name, "2026-06-05T12:00:00Z", record: Scene.Visit);

        over.Moments(DayBefore).ShouldBeEmpty();
        over.After("Visit Photographed", "2026-06-05T13:00:00Z", record: Scene.Visit)
            .Moments(DayBefore)
            .ShouldBeEmpty("it stays so whatever else is told of it");
        over.After(EventNames.VisitRescheduled, "2026-06-06T12:00:00Z", """{ "start_at": "2026-06-30T13:00:00Z" }""", Scene.Visit)
            .Moments(DayBefore).Length
            .ShouldBe(1);
    }

    [Fact]
    public void A_visit_booked_later_than_its_lead_has_a_moment_in_the_past_until_it_begins()
    {
        var late = Scene.Empty.After(
            EventNames.VisitAdded, "2026-06-10T16:00:00Z", """{ "start_at": "2026-06-11T13:00:00Z" }""", Scene.Visit);

        late.Moments(DayBefore).ShouldBe([new Moment(Scene.At("2026-06-10T13:00:00Z"), Scene.Visit)]);
        late.OnClock("2026-06-11T13:00:00Z").Moments(DayBefore).ShouldBeEmpty();
    }

    [Fact]
    public void Each_record_has_its_own_moment_and_one_without_a_date_has_none() =>
        Booked.After(EventNames.VisitAdded, "2026-06-02T12:00:00Z", """{ "start_at": "2026-06-22" }""", new RecordKey("visit", "V-2"))
            .After(EventNames.VisitAdded, "2026-06-02T12:00:00Z", """{ "start_at": "soon" }""", new RecordKey("visit", "V-3"))
            .Moments(DayBefore).Select(moment => moment.Record!.Value.Id).ShouldBe(["V-1", "V-2"]);

    [Theory]
    [InlineData("meeting", EventNames.MeetingAdded, "start_at", EventNames.MeetingCancelled)]
    [InlineData("todo", EventNames.ToDoAdded, "due_at", EventNames.ToDoCompleted)]
    [InlineData("maintenance", EventNames.MaintenanceAdded, "due_at", EventNames.MaintenanceCompleted)]
    public void Meetings_to_dos_and_maintenance_have_a_before_as_well(string type, string added, string date, string over)
    {
        var record = new RecordKey(type, "1");
        var scene = Scene.Empty.After(added, "2026-06-01T12:00:00Z", $$"""{ "{{date}}": "2026-06-20T13:00:00Z" }""", record);
        var trigger = $$"""{ "type": "{{type}}-before", "lead": "PT2H" }""";

        scene.Moments(trigger).ShouldBe([new Moment(Scene.At("2026-06-20T11:00:00Z"), record)]);
        scene.After(over, "2026-06-02T12:00:00Z", record: record).Moments(trigger).ShouldBeEmpty();
    }

    [Fact]
    public void An_estimate_that_lies_unanswered_has_its_moment()
    {
        const string trigger = """{ "type": "estimate-unanswered", "after": "P3D" }""";
        var sent = Scene.Empty.After(EventNames.EstimateSent, "2026-06-09T12:00:00Z", record: Scene.Estimate);

        sent.Moments(trigger).ShouldBe([new Moment(Scene.At("2026-06-12T12:00:00Z"), Scene.Estimate)]);
        sent.After(EventNames.EstimateSent, "2026-06-10T12:00:00Z", record: Scene.Estimate)
            .Moments(trigger).Single().At
            .ShouldBe(Scene.At("2026-06-13T12:00:00Z"), "sent anew, it begins anew");
        sent.After("Estimate Viewed", "2026-06-10T12:00:00Z", record: Scene.Estimate)
            .Moments(trigger).Length
            .ShouldBe(1, "looking is no answer");
        sent.OnClock("2026-06-12T12:00:00Z").Moments(trigger).ShouldBeEmpty("it has come");
        foreach (var answer in new[]
        {
            EventNames.EstimateAccepted, EventNames.EstimateDeclined, EventNames.EstimateChangesRequested, EventNames.EstimateExpired
        })
            sent.After(answer, "2026-06-10T12:00:00Z", record: Scene.Estimate).Moments(trigger).ShouldBeEmpty(answer);
    }

    [Fact]
    public void The_date_of_sending_that_is_told_counts() =>
        Scene.Empty.After(EventNames.EstimateSent, "2026-06-10T12:00:00Z", """{ "sent_at": "2026-06-08T12:00:00Z" }""", Scene.Estimate)
            .Moments("""{ "type": "estimate-unanswered", "after": "P3D" }""").Single().At.ShouldBe(Scene.At("2026-06-11T12:00:00Z"));

    [Theory]
    [InlineData("1980-07-01", null, "2026-07-01T13:00:00Z")]
    [InlineData("1980-06-10", null, "2027-06-10T13:00:00Z")]
    [InlineData("1980-02-29", null, "2027-02-28T14:00:00Z")]
    [InlineData("07-01", "-P7D", "2026-06-24T13:00:00Z")]
    [InlineData("2026-01-05", "-P10D", "2026-12-26T14:00:00Z")]
    [InlineData("2028-03-01", "-P1M", "2028-02-01T14:00:00Z")]
    public void Yearly_comes_at_nine_on_the_customers_day(string date, string? shift, string at) =>
        Scene.Empty.WithField("day", date)
            .Moments($$"""{ "type": "yearly", "field": "day", "time": "09:00"{{(shift is null ? "" : $", \"shift\": \"{shift}\"")}} }""")
            .ShouldBe([new Moment(Scene.At(at))]);

    [Fact]
    public void Yearly_comes_in_a_leap_year_on_the_29th() =>
        Scene.Empty.OnClock("2028-01-10T12:00:00Z")
            .WithField("day", "1980-02-29")
            .Moments("""{ "type": "yearly", "field": "day", "time": "09:00" }""").Single().At
            .ShouldBe(Scene.At("2028-02-29T14:00:00Z"));

    [Fact]
    public void Yearly_without_a_date_never_comes() =>
        Scene.Empty.WithField("day", "unknown").Moments("""{ "type": "yearly", "field": "day", "time": "09:00" }""").ShouldBeEmpty();

    [Theory]
    [InlineData("2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-01T09:00:00", "2026-12-01T14:00:00Z")]
    public void At_a_time_it_comes_once(string at, string instant)
    {
        var trigger = $$"""{ "type": "at-time", "at": "{{at}}" }""";

        Scene.Empty.Moments(trigger).ShouldBe([new Moment(Scene.At(instant))]);
        Scene.Empty.OnClock(instant).Moments(trigger).ShouldBeEmpty();
    }
}
