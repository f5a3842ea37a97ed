using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Stepping;

public sealed class InterpreterTests
{
    private readonly PureEngine _engine = new();

    private static Draw FollowUp => When(new EstimateSent(), "Estimate follow-up")
        .And(None(new HasTag { Tag = "do-not-nudge" }))
        .Then(
            new AddTag { Tag = "nudging" }, new WaitFor { Duration = Duration.OfDays(2) }, new EmailCustomer { Template = "reminder" },
            new WaitFor { Duration = Duration.OfDays(3) }, new EmailCustomer { Template = "last-call" })
        .StopWhen(Any(Happened(EventNames.EstimateAccepted), Happened(EventNames.EstimateDeclined)), new RemoveTag { Tag = "nudging" });

    private static EventHappened Happened(string name) => new() { Event = name, Since = EventSince.Enrollment, Record = RecordScope.Same };

    [Fact]
    public void An_event_leads_through_actions_waits_and_messages_to_the_end()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 800 });
        customer.Tags.ShouldBe(["nudging"]);
        customer.Run()!.State.ShouldBe(EnrollmentState.Waiting);
        _engine.Advance(TimeSpan.FromDays(2));
        customer.Sent.ShouldBe(["reminder"]);
        _engine.Advance(TimeSpan.FromDays(3));

        customer.Sent.ShouldBe(["reminder", "last-call"]);
        customer.Steps.ShouldBe(["s1", "s2", "s3", "s4", "s5"]);
        customer.Run()!.State.ShouldBe(EnrollmentState.Done);
        customer.Raised.ShouldBe(["Tag Added"]);
    }

    [Fact]
    public void Stop_when_of_the_same_record_ends_the_rest_and_tidies_up()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Track("Estimate Accepted", new { estimate_id = "E2" });
        customer.Run()!.IsLive.ShouldBeTrue();
        customer.Track("Estimate Accepted", new { estimate_id = "E1" });

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Tags.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(30));
        customer.Sent.ShouldBeEmpty();
        customer.Steps.ShouldBe(["s1", "s2 Cancelled", "stop1-1"]);
        customer.Decided(DecisionOutcome.Stopped).ShouldHaveSingleItem().ShouldContain("Estimate Accepted");
    }

    [Fact]
    public void A_tag_removed_by_a_stop_action_lets_the_next_event_start_anew()
    {
        _engine.Publish(When(new TagAdded { Tag = "nudge-me" })
            .Then(new WaitFor { Duration = Duration.OfDays(1) }, new AddNote { Text = "call" })
            .StopWhen(All(new EventHappened { Event = "Called", Since = EventSince.Enrollment }), new RemoveTag { Tag = "nudge-me" }));
        var customer = _engine.Customer();

        customer.Identify(new { add_tags = new[] { "nudge-me" } });
        customer.Track("Called");
        customer.Identify(new { add_tags = new[] { "nudge-me" } });

        customer.Runs().Count().ShouldBe(2);
        customer.Run()!.IsLive.ShouldBeTrue();
    }

    [Fact]
    public void Sequences_that_start_each_other_are_cut_at_depth_ten()
    {
        _engine.Publish(When(new TagAdded { Tag = "ping" }, "Ping").Then(new RemoveTag { Tag = "ping" }, new AddTag { Tag = "pong" }));
        _engine.Publish(When(new TagAdded { Tag = "pong" }, "Pong").Then(new RemoveTag { Tag = "pong" }, new AddTag { Tag = "ping" }));
        var customer = _engine.Customer();

        customer.Identify(new { add_tags = new[] { "ping" } });

        customer.Runs().Count().ShouldBe(11);
        customer.Runs().ShouldAllBe(run => run.State == EnrollmentState.Done);
        customer.Decided(DecisionOutcome.NotEntered)
            .ShouldContain(sentence => sentence.Contains("10 levels deep", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_sequence_is_started_and_stopped_by_id()
    {
        var child = _engine.Publish(When(new StartedBySequence(), "Child").Then(new WaitFor { Duration = Duration.OfDays(9) }));
        var parent = _engine.Publish(When(
            new EstimateSent(),
            "Parent")
            .Then(
                new StartSequence { Sequence = child.Sequence.ToString() }, new WaitFor { Duration = Duration.OfDays(1) },
                new StopSequence { Sequence = child.Sequence.ToString() }));
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Run(child)!.State.ShouldBe(EnrollmentState.Waiting);
        customer.Run(child)!.Record.ShouldBe(new RecordKey("estimate", "E1"));
        customer.Run(child)!.Depth.ShouldBe(1);
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Run(child)!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Run(child)!.EndReason.ShouldBe("Stopped by the sequence “Parent”.");
        customer.Run(parent)!.State.ShouldBe(EnrollmentState.Done);
    }

    [Fact]
    public void A_run_stays_on_the_version_it_entered()
    {
        var first = _engine.Publish(FollowUp);
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });

        _engine.Publish(When(new EstimateSent(), "Estimate follow-up").Then(new AddTag { Tag = "new-way" }), first);
        customer.Track("Estimate Sent", new { estimate_id = "E2" });
        _engine.Advance(TimeSpan.FromDays(10));

        customer.Sent.ShouldBe(["reminder", "last-call"]);
        customer.Runs().Select(run => run.Version == first.Version).ShouldBe([true, false]);
    }

    [Fact]
    public void A_cycle_ends_after_the_passes_the_sequence_allows()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new AddNote { Text = "again" }, new WaitFor { Duration = Duration.OfDays(1) })
            .BackTo("s1")
            .With(new SequenceSettings { MaxPasses = 3 }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromDays(20));

        customer.Rows.Notes.Count.ShouldBe(3);
        customer.Rows.StepRuns.Where(step => step.Node == "s1").Select(step => step.Pass).ShouldBe([1, 2, 3]);
        customer.Run()!.EndReason!.ShouldContain("3 times");
    }
}
