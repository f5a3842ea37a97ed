using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Visits;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Events;

/// <summary>Cases R01 to R04: the time of an event decides for the record it is about, whatever the order of arrival.</summary>
public sealed class Records_remember_when
{
    private static readonly DateTimeOffset Noon = PureEngine.Start.AddHours(-1);
    private readonly PureEngine _engine = new();

    private static Draw FollowUp => When(new EstimateSent(), "Follow-up")
        .Then(new WaitFor { Duration = Duration.OfDays(2) }, new EmailCustomer { Template = "reminder" })
        .StopWhen(Any(new EventHappened { Event = EventNames.EstimateAccepted, Since = EventSince.Enrollment, Record = RecordScope.Same }));

    [Fact]
    public void An_estimate_accepted_before_its_sending_arrives_stays_accepted_and_starts_nothing()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Accepted", new { estimate_id = "E1", total = 120 }, at: Noon);
        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 100, service = "mow" }, at: Noon.AddHours(-1));
        _engine.Advance(TimeSpan.FromDays(5));

        var record = customer.Facts.Find(new RecordKey("estimate", "E1"))!;
        (record.Status, record.Properties.Number("total"), record.Properties.Text("service")).ShouldBe(("accepted", 120, "mow"));
        customer.Runs().ShouldBeEmpty();
        customer.Sent.ShouldBeEmpty();
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem()
            .ShouldBe("“Estimate Sent” is older than what is already known about estimate E1.");
    }

    [Fact]
    public void Without_an_id_it_is_the_same()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Accepted", at: Noon);
        customer.Track("Estimate Sent", at: Noon.AddHours(-1));
        customer.Runs().ShouldBeEmpty();
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem()
            .ShouldBe("“Estimate Sent” is older than what is already known.");

        customer.Track("Invoice Paid", at: Noon.AddHours(0.5));
        customer.Track("Estimate Sent", at: Noon.AddHours(0.25));
        customer.Runs().ShouldHaveSingleItem();
    }

    [Fact]
    public void An_older_event_stops_what_it_would_have_stopped()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" }, at: Noon);
        customer.Track("Estimate Accepted", new { estimate_id = "E1" }, at: Noon.AddHours(-1));

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Facts.Find(new RecordKey("estimate", "E1"))!.Status.ShouldBe("sent");
    }

    [Fact]
    public void Of_two_reschedules_the_newer_counts_in_whatever_order_they_arrive()
    {
        _engine.Publish(When(new VisitBefore { Lead = Duration.OfDays(1) }).Then(new AddTag { Tag = "reminded of it" }));
        _engine.Publish(When(new VisitAdded()).Then(
            new WaitUntilDate { Property = "start_at", Shift = Duration.OfDays(-1) }, new AddTag { Tag = "waited" }));
        var customer = _engine.Customer();
        var day = PureEngine.Start.Date;

        customer.Track("Visit Added", new { visit_id = "V1", start_at = Day(10) }, at: Noon.AddHours(-2));
        customer.Track("Visit Rescheduled", new { visit_id = "V1", start_at = Day(20) }, at: Noon);
        customer.Track("Visit Rescheduled", new { visit_id = "V1", start_at = Day(15) }, at: Noon.AddHours(-1));
        _engine.Advance(TimeSpan.FromDays(18));
        customer.Tags.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(1.5));

        customer.Tags.ShouldBe(["reminded of it", "waited"]);
        string Day(int days) =>
            new DateTimeOffset(day.AddDays(days).AddHours(15), TimeSpan.Zero)
                .ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_late_reschedule_does_not_revive_a_cancelled_visit()
    {
        _engine.Publish(When(new VisitBefore { Lead = Duration.OfDays(1) }).Then(new AddTag { Tag = "reminded of it" }));
        var customer = _engine.Customer();

        customer.Track("Visit Added", new { visit_id = "V1", start_at = "2026-03-10T15:00:00Z" }, at: Noon.AddHours(-2));
        customer.Track("Visit Cancelled", new { visit_id = "V1" }, at: Noon);
        customer.Track("Visit Rescheduled", new { visit_id = "V1", start_at = "2026-03-12T15:00:00Z" }, at: Noon.AddHours(-1));
        _engine.Advance(TimeSpan.FromDays(15));

        customer.Tags.ShouldBeEmpty();
        customer.Facts.Find(new RecordKey("visit", "V1"))!.Status.ShouldBe("cancelled");
    }

    [Fact]
    public void What_a_newer_event_does_not_tell_again_keeps_its_own_time()
    {
        var customer = _engine.Customer();
        var key = new RecordKey("estimate", "E1");
        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 100 }, at: Noon);
        customer.Track("Estimate Accepted", new { estimate_id = "E1" }, at: Noon.AddMinutes(30));

        customer.Track("Estimate Changes Requested", new { estimate_id = "E1", total = 120 }, at: Noon.AddMinutes(10));
        customer.Track("Estimate Changes Requested", new { estimate_id = "E1", total = 90 }, at: Noon.AddMinutes(-10));

        var record = customer.Facts.Find(key)!;
        (record.Properties.Number("total"), record.Status, record.ToldAt("total")).ShouldBe((120, "accepted", Noon.AddMinutes(10)));
    }

    [Fact]
    public void An_answer_without_an_id_answers_an_estimate_without_one_and_no_other()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();
        customer.Track("Estimate Sent");
        customer.Track("Invoice Paid");
        customer.Track("Estimate Accepted", new { estimate_id = "E9" });
        customer.Run()!.IsLive.ShouldBeTrue();

        customer.Track("Estimate Accepted");

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
    }
}
