using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Clock;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Triggers.Visits;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Entering;

public sealed class MomentKeepingTests
{
    private readonly PureEngine _engine = new();

    private static Draw DayBefore =>
        When(new VisitBefore { Lead = Duration.OfDays(1) }, "Visit tomorrow").Then(new EmailCustomer { Template = "tomorrow" });

    [Fact]
    public void A_visit_starts_its_sequence_the_lead_before_and_once()
    {
        _engine.Publish(DayBefore);
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(5) });

        _engine.Advance(TimeSpan.FromDays(4) - TimeSpan.FromTicks(1));
        customer.Sent.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromTicks(1));
        customer.Sent.ShouldBe(["tomorrow"]);
        customer.Track("Something Else");
        _engine.Advance(TimeSpan.FromDays(10));

        customer.Sent.ShouldBe(["tomorrow"]);
        customer.Run()!.Record.ShouldBe(new RecordKey("visit", "V1"));
    }

    [Fact]
    public void A_rescheduled_visit_takes_its_moment_along_and_a_cancelled_one_loses_it()
    {
        _engine.Publish(DayBefore);
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(5) });
        customer.Track("Visit Added", new { visit_id = "V2", start_at = PureEngine.Start.AddDays(5) });

        customer.Track("Visit Rescheduled", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(8) });
        customer.Track("Visit Cancelled", new { visit_id = "V2" });
        _engine.Advance(TimeSpan.FromDays(6));
        customer.Sent.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Sent.ShouldBe(["tomorrow"]);
    }

    [Fact]
    public void A_visit_booked_later_than_its_lead_starts_at_once_if_it_lies_ahead()
    {
        _engine.Publish(DayBefore);
        var customer = _engine.Customer();

        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddHours(5) });
        customer.Sent.ShouldBe(["tomorrow"]);
        customer.Track("Something Else");
        customer.Track("Visit Added", new { visit_id = "V2", start_at = PureEngine.Start.AddHours(-5) });

        customer.Sent.ShouldBe(["tomorrow"]);
    }

    [Fact]
    public void Publishing_notes_what_lies_ahead_and_enrolls_for_nothing_past()
    {
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddHours(5) });
        customer.Track("Visit Added", new { visit_id = "V2", start_at = PureEngine.Start.AddDays(5) });

        _engine.Publish(DayBefore);
        _engine.Drain();
        customer.Runs().ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(9));

        customer.Runs().ShouldHaveSingleItem().Record!.Value.Id.ShouldBe("V2");
    }

    [Fact]
    public void A_new_version_takes_the_moments_over()
    {
        var first = _engine.Publish(DayBefore);
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(5) });
        _engine.Publish(DayBefore.Then(new AddNote { Text = "new" }), first);

        _engine.Advance(TimeSpan.FromDays(9));

        customer.Rows.Notes.ShouldBe(["new"]);
        customer.State.Moments.ShouldBeEmpty();
    }

    [Fact]
    public void A_moment_that_comes_while_paused_is_not_made_up_for()
    {
        var sequence = _engine.Publish(DayBefore);
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(5) });
        _engine.Pause(sequence);
        _engine.Advance(TimeSpan.FromDays(4.5));

        _engine.Resume(sequence, LatePolicy.Send);
        _engine.Advance(TimeSpan.FromDays(9));

        customer.Runs().ShouldBeEmpty();
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldContain("paused");
    }

    [Fact]
    public void A_yearly_date_comes_every_year()
    {
        _engine.Publish(When(new Yearly { Field = "birthday", Time = new TimeOnly(9, 0) }).Then(new AddNote { Text = "cake" }));
        var customer = _engine.Customer();
        customer.Identify(new { birthday = "1990-05-10" });

        _engine.Advance(TimeSpan.FromDays(800));

        customer.Rows.Notes.Count.ShouldBe(3);
    }

    [Fact]
    public void An_or_condition_turned_by_silence_enrolls_when_it_turns()
    {
        _engine.Publish(When(new Manual())
            .Or(Any(new DaysSince { Event = "Visit Completed", Op = Operator.AtLeast, Days = 90 }))
            .Then(new AddNote { Text = "miss you" }));
        var customer = _engine.Customer();
        customer.Track("Visit Completed", new { visit_id = "V1" });
        _engine.Advance(TimeSpan.FromDays(60));
        customer.Track("Visit Completed", new { visit_id = "V2" });

        _engine.Advance(TimeSpan.FromDays(89));
        customer.Runs().ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(2));
        customer.Runs().Count().ShouldBe(1);
        _engine.Advance(TimeSpan.FromDays(200));

        customer.Runs().Count().ShouldBe(1);
    }

    [Fact]
    public void A_stop_turned_by_time_ends_a_long_wait()
    {
        _engine.Publish(When(new VisitCompleted()).Then(new WaitFor { Duration = Duration.OfDays(300) }, new AddNote { Text = "never" })
            .StopWhen(
                All(new DaysSince { Event = "Visit Completed", Op = Operator.AtLeast, Days = 10 }), new AddNote { Text = "stopped" }));
        var customer = _engine.Customer();
        customer.Track("Visit Completed", new { visit_id = "V1" });

        _engine.Advance(TimeSpan.FromDays(11));

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Rows.Notes.ShouldBe(["stopped"]);
        // Ten days on the wall clock: the spring change lies between.
        customer.Run()!.EndedAt!.Value.ShouldBe(PureEngine.Start.AddDays(10).AddHours(-1));
    }

    [Fact]
    public void A_wait_for_an_event_leaves_by_the_event_or_times_out()
    {
        _engine.Publish(When(new EstimateSent()).Then(new WaitForEvent
        {
            Event = EventNames.EstimateAccepted, Timeout = Duration.OfDays(5)
        }));
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Track("Estimate Sent", new { estimate_id = "E2" });
        customer.Track("Estimate Accepted", new { estimate_id = "E1" });
        _engine.Advance(TimeSpan.FromDays(6));

        customer.Steps.ShouldBe(["s1", "s1 TimedOut"]);
        customer.Rows.StepRuns.Select(step => step.Port).ShouldBe(["out", "timedOut"]);
    }

    [Fact]
    public void A_wait_before_a_visit_follows_the_visit()
    {
        _engine.Publish(When(new VisitAdded()).Then(
            new WaitUntilDate { Property = "start_at", Shift = Duration.Parse("-P1D") }, new AddNote { Text = "soon" }));
        var customer = _engine.Customer();
        customer.Track("Visit Added", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(5) });
        customer.Track("Visit Rescheduled", new { visit_id = "V1", start_at = PureEngine.Start.AddDays(9) });

        _engine.Advance(TimeSpan.FromDays(7));
        customer.Rows.Notes.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Rows.Notes.ShouldBe(["soon"]);
    }
}
