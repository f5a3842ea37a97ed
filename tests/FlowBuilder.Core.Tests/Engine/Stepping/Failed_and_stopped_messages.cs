using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Stepping;

public sealed class Failed_and_stopped_messages
{
    private readonly PureEngine _engine = new();

    private PureCustomer Emailed(OnFailure onFailure = OnFailure.Continue)
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new EmailCustomer { Template = "welcome", OnFailure = onFailure }, new AddTag { Tag = "emailed" })
            .StopWhen(All(new HasTag { Tag = "stop" }), new AddNote { Text = "stopped" }));
        return _engine.Customer();
    }

    [Fact]
    public void A_failure_that_left_nothing_is_tried_eight_times_in_about_a_day_and_then_fails()
    {
        var customer = Emailed();
        var tries = new List<DateTimeOffset>();
        _engine.Channel = _ =>
        {
            tries.Add(_engine.Now);
            return new ChannelAnswer.NotSent("The server is busy.", Final: false);
        };

        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromDays(3));

        tries.Count.ShouldBe(RetryPlan.MostAttempts);
        (tries[^1] - tries[0]).ShouldBeInRange(TimeSpan.FromHours(18), TimeSpan.FromHours(30));
        customer.Steps.ShouldBe(["s1 Failed", "s2"]);
    }

    [Fact]
    public void A_final_failure_ends_the_run_where_the_step_says_so()
    {
        var customer = Emailed(OnFailure.Stop);
        _engine.Channel = _ => new ChannelAnswer.NotSent("No such mailbox.", Final: true, Bounced: true);

        customer.Track("Form Submitted");

        customer.Run()!.State.ShouldBe(EnrollmentState.Failed);
        customer.Tags.ShouldBeEmpty();
        _engine.Addresses.Of(_engine.Company, Channel.Email, "c1@example.test").Holding(SuppressionReason.Bounced).ShouldNotBeNull();
        customer.Raised.ShouldContain("Email Bounced");
        customer.Identify(new { email = "new@example.test" });
        _engine.Addresses.Of(_engine.Company, Channel.Email, "new@example.test").ShouldBe(AddressStatus.None);
    }

    [Fact]
    public void An_unknown_message_holds_nobody_up_and_a_person_decides()
    {
        var customer = Emailed();
        _engine.Channel = _ => new ChannelAnswer.MaybeSent("The line broke.");
        customer.Track("Form Submitted");
        customer.Steps.ShouldBe(["s1 Unknown", "s2"]);

        _engine.Channel = message => new ChannelAnswer.Sent("p");
        customer.Ask(new TurnInput.ResolveMessage(customer.LastMessage.Id, MessageResolution.Resend, "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.LastMessage.State.ShouldBe(MessageState.Sent);
        customer.LastMessage.Attempts.ShouldBe(2);
        customer.Ask(new TurnInput.ResolveMessage(customer.LastMessage.Id, MessageResolution.Dropped, "Olive"))
            .ShouldBeOfType<TurnAnswer.Refused>().Kind
            .ShouldBe(Refusal.WrongState);
    }

    [Fact]
    public void A_stop_cancels_what_waits_and_what_is_on_its_way_arrives()
    {
        var customer = Emailed();
        _engine.Channel = _ => new ChannelAnswer.NotSent("Busy.", Final: false);
        customer.Track("Form Submitted");

        customer.Identify(new { add_tags = new[] { "stop" } });

        customer.LastMessage.State.ShouldBe(MessageState.Cancelled);
        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Rows.Notes.ShouldBe(["stopped"]);
        _engine.Advance(TimeSpan.FromDays(3));
        _engine.Provider.ShouldBeEmpty();
    }

    [Fact]
    public void A_message_already_leaving_when_the_stop_comes_keeps_its_own_fate()
    {
        var customer = Emailed();
        _engine.Channel = message =>
        {
            // The stop is worked off between the hand-over and the answer.
            customer.Take(new TurnInput.StopByHand(customer.Run()!.Id, false, "Olive"));
            return new ChannelAnswer.Sent("p");
        };

        _engine.HasCapacity = false;
        customer.Track("Form Submitted");
        _engine.HasCapacity = true;
        customer.Ask(new TurnInput.MessageDue(customer.LastMessage.Id));

        customer.LastMessage.State.ShouldBe(MessageState.Sent);
        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Stop_when_beats_a_due_message()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new WaitFor { Duration = Duration.OfDays(1) }, new EmailCustomer { Template = "late" })
            .StopWhen(All(new DayAndTime { Days = [Weekday.Tuesday], From = new TimeOnly(0, 0), To = new TimeOnly(23, 59) })));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromDays(7));

        customer.Sent.ShouldBeEmpty();
        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
    }

    [Fact]
    public void A_missing_or_broken_template_fails_the_step_with_the_reason()
    {
        _engine.Publish(When(new FormSubmitted()).Then(
            new EmailCustomer { Template = "missing" }, new EmailCustomer { Template = "broken" }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");

        customer.Steps.ShouldBe(["s1 Failed", "s2 Failed"]);
        customer.Rows.StepRuns[0].Because!.ShouldContain("no template");
    }

    [Fact]
    public void A_cancelled_waiting_message_lets_the_run_go_on()
    {
        var customer = Emailed();
        _engine.Channel = _ => new ChannelAnswer.NotSent("Busy.", Final: false);
        customer.Track("Form Submitted");

        customer.Ask(new TurnInput.ResolveMessage(customer.LastMessage.Id, MessageResolution.Cancelled, "Olive"));

        customer.Steps.ShouldBe(["s1 Skipped", "s2"]);
    }
}
