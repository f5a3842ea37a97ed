using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Stepping;

public sealed class MovesByHandTests
{
    private readonly PureEngine _engine = new();

    /// <summary>s1 tag, s2 wait, s3 email, s4 wait, s5 email.</summary>
    private static Draw FollowUp => When(new EstimateSent(), "Estimate follow-up")
        .Then(
            new AddTag { Tag = "nudging" }, new WaitFor { Duration = Duration.OfDays(2) }, new EmailCustomer { Template = "reminder" },
            new WaitFor { Duration = Duration.OfDays(3) }, new EmailCustomer { Template = "last-call" })
        .StopWhen(All(new HasTag { Tag = "enough" }), new RemoveTag { Tag = "nudging" });

    [Fact]
    public void A_skipped_wait_lets_the_customer_go_on_at_once_and_says_by_whom()
    {
        var customer = Entered(FollowUp);

        Ask(customer, run => new TurnInput.SkipWaitByHand(run, "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.Sent.ShouldBe(["reminder"]);
        customer.Steps.ShouldBe(["s1", "s2 Skipped", "s3"]);
        customer.Rows.StepRuns.Single(step => step.Node == "s2").Because.ShouldBe("Skipped by hand, by Olive.");
        customer.Run()!.State.ShouldBe(EnrollmentState.Waiting);
    }

    [Fact]
    public void A_moved_customer_goes_on_at_the_later_step_and_what_lies_between_is_not_done()
    {
        var customer = Entered(FollowUp);

        Ask(customer, run => new TurnInput.MoveByHand(run, "s5", "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.Sent.ShouldBe(["last-call"]);
        customer.Run()!.State.ShouldBe(EnrollmentState.Done);
        customer.Rows.StepRuns.Single(step => step.Node == "s2").Because!.ShouldStartWith("Moved ahead by hand, by Olive, to “email");
    }

    [Theory]
    [InlineData("s1")]
    [InlineData("s2")]
    [InlineData("stop1-1")]
    public void Nobody_is_moved_back_or_into_a_stop_chain(string node)
    {
        var customer = Entered(FollowUp);
        Refused(Ask(customer, run => new TurnInput.MoveByHand(run, node, "Olive")), Refusal.WrongState).ShouldContain("is not ahead of");
        customer.Run()!.State.ShouldBe(EnrollmentState.Waiting);
    }

    [Fact]
    public void A_step_that_the_version_does_not_have_is_not_found() =>
        Refused(Ask(Entered(FollowUp), run => new TurnInput.MoveByHand(run, "s99", "Olive")), Refusal.NotFound)
            .ShouldContain("no such step");

    [Fact]
    public void In_a_cycle_the_same_message_goes_out_under_a_key_of_its_own()
    {
        var customer = Entered(When(new EstimateSent(), "Ring")
            .Then(new EmailCustomer { Template = "again" }, new WaitFor { Duration = Duration.OfDays(1) })
            .BackTo("s1")
            .With(new SequenceSettings { ReEntry = new ReEntry.Always(), MaxPasses = 3 }));

        Ask(customer, run => new TurnInput.MoveByHand(run, "s1", "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.Sent.ShouldBe(["again", "again"]);
        _engine.Provider.Select(taken => taken.EffectKey).ShouldBeUnique();
        _engine.Advance(TimeSpan.FromDays(10));
        customer.Sent.Count.ShouldBe(3, "as often as the sequence allows, moves included");
    }

    [Fact]
    public void A_stop_beats_whatever_a_move_leads_to()
    {
        var customer = Entered(FollowUp);
        _engine.HasCapacity = false;
        customer.Take(new TurnInput.MoveByHand(customer.Run()!.Id, "s3", "Olive"));
        customer.Identify(new { add_tags = new[] { "enough" } });
        _engine.HasCapacity = true;
        _engine.Drain();
        customer.Sent.ShouldBeEmpty();
        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
    }

    [Fact]
    public void A_message_that_waits_to_be_tried_again_is_tried_at_once()
    {
        _engine.Channel = _ => new ChannelAnswer.NotSent("busy", Final: false);
        var customer = Entered(When(new EstimateSent()).Then(new EmailCustomer { Template = "reminder" }));
        customer.LastMessage.RetryAt.ShouldNotBeNull();
        _engine.Channel = _ => new ChannelAnswer.Sent("p");

        Ask(customer, run => new TurnInput.RetryByHand(run, "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.Sent.ShouldBe(["reminder"]);
        customer.Run()!.State.ShouldBe(EnrollmentState.Done);
    }

    [Fact]
    public void A_move_away_from_a_message_that_waits_cancels_it()
    {
        _engine.Channel = _ => new ChannelAnswer.NotSent("busy", Final: false);
        var customer = Entered(When(new EstimateSent()).Then(new EmailCustomer { Template = "reminder" }, new AddTag { Tag = "moved" }));

        Ask(customer, run => new TurnInput.MoveByHand(run, "s2", "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.LastMessage.State.ShouldBe(MessageState.Cancelled);
        customer.Tags.ShouldContain("moved");
        _engine.Advance(TimeSpan.FromDays(3));
        customer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_moved_says_why()
    {
        var customer = Entered(FollowUp);
        Refused(Ask(customer, run => new TurnInput.RetryByHand(run, "Olive")), Refusal.WrongState).ShouldContain("None of its messages");
        customer.Ask(new TurnInput.EditCustomer(null, null, true, "Olive"));
        Refused(Ask(customer, run => new TurnInput.SkipWaitByHand(run, "Olive")), Refusal.WrongState).ShouldContain("held");
        customer.Ask(new TurnInput.EditCustomer(null, null, false, "Olive"));
        Ask(customer, run => new TurnInput.StopByHand(run, false, "Olive"));
        Refused(Ask(customer, run => new TurnInput.MoveByHand(run, "s5", "Olive")), Refusal.WrongState).ShouldContain("already ended");
        Refused(customer.Ask(new TurnInput.SkipWaitByHand(new EnrollmentId(4711), "Olive")), Refusal.NotFound)
            .ShouldContain("run does not exist");
    }

    [Fact]
    public void What_waits_for_approval_is_not_moved_past_it()
    {
        var customer = Entered(FollowUp.With(new SequenceSettings { ReviewBeforeExecution = true }));
        customer.Run()!.State.ShouldBe(EnrollmentState.Review);
        Refused(Ask(customer, run => new TurnInput.MoveByHand(run, "s5", "Olive")), Refusal.WrongState).ShouldContain("approval");
        Refused(Ask(customer, run => new TurnInput.SkipWaitByHand(run, "Olive")), Refusal.WrongState).ShouldContain("approval");
        customer.Sent.ShouldBeEmpty();
    }

    private PureCustomer Entered(Draw draw)
    {
        _engine.Publish(draw);
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        return customer;
    }

    private static TurnAnswer Ask(PureCustomer customer, Func<EnrollmentId, TurnInput> input) => customer.Ask(input(customer.Run()!.Id));

    private static string Refused(TurnAnswer answer, Refusal kind)
    {
        var refused = answer.ShouldBeOfType<TurnAnswer.Refused>();
        refused.Kind.ShouldBe(kind);
        return refused.Because;
    }
}
