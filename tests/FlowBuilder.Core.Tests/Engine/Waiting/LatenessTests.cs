using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Waiting;

public sealed class LatenessTests
{
    private readonly PureEngine _engine = new();

    private (Core.Plans.PublishedSequence Sequence, PureCustomer Customer) Waiting(
        LatePolicy late = LatePolicy.Send, LatePolicy? settings = null)
    {
        var sequence = _engine.Publish(When(new FormSubmitted())
            .Then(
                new WaitFor { Duration = Duration.OfDays(1), Late = late }, new EmailCustomer { Template = "first" },
                new WaitFor { Duration = Duration.OfDays(1) }, new EmailCustomer { Template = "second" })
            .StopWhen(All(new HasTag { Tag = "stop" }), new AddNote { Text = "stopped" })
            .With(new SequenceSettings { ReEntry = new ReEntry.Always(), PastDue = settings }));
        var customer = _engine.Customer();
        customer.Track("Form Submitted");
        return (sequence, customer);
    }

    [Theory]
    [InlineData(LatePolicy.Send, new[] { "first", "second" })]
    [InlineData(LatePolicy.Skip, new[] { "second" })]
    public void After_a_pause_the_choice_at_resume_is_carried_out(LatePolicy choice, string[] sent)
    {
        var (sequence, customer) = Waiting();
        _engine.Pause(sequence);
        _engine.Advance(TimeSpan.FromDays(3));
        customer.Run()!.Hold.ShouldBe(Hold.Paused);
        customer.Sent.ShouldBeEmpty();

        _engine.Resume(sequence, choice);
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Sent.ShouldBe(sent);
        customer.Run()!.State.ShouldBe(EnrollmentState.Done);
    }

    [Fact]
    public void Shift_moves_the_wait_by_the_length_of_the_pause()
    {
        var (sequence, customer) = Waiting();
        _engine.Advance(TimeSpan.FromHours(18));
        _engine.Pause(sequence);
        _engine.Advance(TimeSpan.FromDays(3));

        _engine.Resume(sequence, LatePolicy.Shift);
        _engine.Advance(TimeSpan.FromHours(5));
        customer.Sent.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromHours(1));

        customer.Sent.ShouldBe(["first"]);
    }

    [Fact]
    public void Ask_puts_a_late_wait_to_a_person_who_lets_it_go_or_ends_it()
    {
        var (sequence, customer) = Waiting();
        _engine.Pause(sequence);
        _engine.Advance(TimeSpan.FromDays(3));
        _engine.Resume(sequence, LatePolicy.Ask);
        _engine.Advance(TimeSpan.FromDays(3));
        customer.Sent.ShouldBeEmpty();
        customer.Review.Kind.ShouldBe(ReviewKind.LateWait);
        customer.Review.Messages.ShouldHaveSingleItem().Template.ShouldBe("first");

        customer.Ask(new TurnInput.Approve(customer.Review.Id, customer.Review.Etag, "Olive")).ShouldBe(TurnAnswer.Ok);

        customer.Sent.ShouldBe(["first"]);
    }

    [Fact]
    public void What_is_less_than_a_quarter_of_an_hour_late_is_not_late()
    {
        var (sequence, customer) = Waiting();
        _engine.Advance(TimeSpan.FromHours(23.9));
        _engine.Pause(sequence);
        _engine.Advance(TimeSpan.FromMinutes(15));

        _engine.Resume(sequence, LatePolicy.Skip);

        customer.Sent.ShouldBe(["first"]);
    }

    [Theory]
    [InlineData(LatePolicy.Send, null, new[] { "first" })]
    [InlineData(LatePolicy.Skip, null, new string[0])]
    [InlineData(LatePolicy.Send, LatePolicy.Skip, new string[0])]
    [InlineData(LatePolicy.Shift, null, new string[0])]
    public void After_an_outage_the_wait_decides_else_the_sequence(LatePolicy wait, LatePolicy? settings, string[] sent)
    {
        var (_, customer) = Waiting(wait, settings);
        _engine.Advance(TimeSpan.FromHours(20));

        _engine.SleepThrough(TimeSpan.FromHours(10));

        customer.Sent.ShouldBe(sent);
    }

    [Fact]
    public void A_moved_clock_is_no_outage()
    {
        var (_, customer) = Waiting(LatePolicy.Skip);

        _engine.Advance(TimeSpan.FromDays(1));

        customer.Sent.ShouldBe(["first"]);
    }

    [Fact]
    public void While_paused_stops_are_judged_and_entries_refused()
    {
        var (sequence, customer) = Waiting();
        _engine.Pause(sequence);

        customer.Track("Form Submitted");
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldContain("paused");
        customer.Identify(new { add_tags = new[] { "stop" } });
        customer.Rows.Notes.ShouldBeEmpty();
        _engine.Resume(sequence, LatePolicy.Skip);

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Rows.Notes.ShouldBe(["stopped"]);
    }

    [Fact]
    public void Automations_off_for_a_customer_holds_and_lets_go()
    {
        var (_, customer) = Waiting();
        customer.Ask(new TurnInput.EditCustomer(null, null, true, "Max"));
        _engine.Advance(TimeSpan.FromDays(2));
        customer.Run()!.Hold.ShouldBe(Hold.Customer);

        customer.Ask(new TurnInput.EditCustomer(null, null, false, "Max"));

        customer.Sent.ShouldBe(["first"]);
    }

    [Fact]
    public void A_company_on_Starter_holds_its_runs_and_enters_nobody()
    {
        var (_, customer) = Waiting();
        _engine.Company = _engine.Company with { Subscription = Subscription.Starter };
        _engine.Advance(TimeSpan.FromDays(5));
        customer.Track("Form Submitted");

        customer.Run()!.Hold.ShouldBe(Hold.Plan);
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldContain("plan");
    }
}
