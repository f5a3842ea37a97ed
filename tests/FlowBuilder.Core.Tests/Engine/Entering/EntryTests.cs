using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Invoices;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Entering;

public sealed class EntryTests
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
    public void An_and_condition_that_fails_leaves_one_line_that_names_it()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Identify(new { add_tags = new[] { "do-not-nudge" } });
        customer.Track("Estimate Sent", new { estimate_id = "E1" });

        customer.Runs().ShouldBeEmpty();
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldContain("do-not-nudge");
    }

    [Fact]
    public void A_sequence_whose_trigger_did_not_fire_leaves_no_line()
    {
        _engine.Publish(When(new PaymentMethodAdded { Kind = PaymentMethodKind.CreditCard }).Then(new AddTag { Tag = "card" }));
        var customer = _engine.Customer();

        customer.Track("Payment Method Added", new { kind = "bank_account" });

        customer.Rows.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void Two_records_of_one_customer_run_side_by_side_and_one_record_never_twice()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Track("Estimate Sent", new { estimate_id = "E2" });
        customer.Track("Estimate Sent", new { estimate_id = "E1" });

        customer.Runs().Select(run => run.Record!.Value.Id).ShouldBe(["E1", "E2"]);
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem()
            .ShouldBe("The customer is already in this sequence for estimate E1.");
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void By_default_a_customer_enters_again_after_the_end_but_at_most_once_a_day(int hours, bool enters)
    {
        _engine.Publish(When(new FormSubmitted()).Then(new AddTag { Tag = "asked" }).With(new SequenceSettings()));
        var customer = _engine.Customer();

        customer.Track("Form Submitted", new { form = "quote" });
        _engine.Advance(TimeSpan.FromHours(hours));
        customer.Track("Form Submitted", new { form = "quote" });

        customer.Runs().Count().ShouldBe(enters ? 2 : 1);
    }

    [Fact]
    public void Once_ever_means_once_ever()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new AddTag { Tag = "asked" })
            .With(new SequenceSettings { ReEntry = new ReEntry.Never() }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromDays(400));
        customer.Track("Form Submitted");

        customer.Runs().Count().ShouldBe(1);
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldContain("only once");
    }

    [Fact]
    public void After_days_counts_from_the_last_entry()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new AddTag { Tag = "asked" })
            .With(new SequenceSettings { ReEntry = new ReEntry.AfterDays(30) }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromDays(29));
        customer.Track("Form Submitted");
        customer.Runs().Count().ShouldBe(1);
        _engine.Advance(TimeSpan.FromDays(1));
        customer.Track("Form Submitted");

        customer.Runs().Count().ShouldBe(2);
    }

    [Fact]
    public void A_stop_when_that_holds_already_keeps_the_customer_out()
    {
        _engine.Publish(When(new FormSubmitted()).Then(new AddTag { Tag = "asked" }).StopWhen(All(new HasTag { Tag = "vip" })));
        var customer = _engine.Customer();

        customer.Identify(new { tags = new[] { "vip" } });
        customer.Track("Form Submitted");

        customer.Runs().ShouldBeEmpty();
        customer.Decided(DecisionOutcome.NotEntered).ShouldHaveSingleItem().ShouldStartWith("Its Stop When is already met");
    }

    [Fact]
    public void Imported_events_update_facts_and_stops_but_never_enroll()
    {
        _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" }, imported: true);
        customer.Runs().ShouldBeEmpty();
        customer.Facts.Records.ShouldContainKey(new RecordKey("estimate", "E1"));
        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Track("Estimate Declined", new { estimate_id = "E1" }, imported: true);

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
    }

    [Fact]
    public void Several_triggers_joined_by_and_are_remembered_per_record_until_the_last_completes_them()
    {
        _engine.Publish(When(new EstimateSent()).And(null, new EstimateChangesRequested()).Then(new AddTag { Tag = "both" }));
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        customer.Track("Estimate Changes Requested", new { estimate_id = "E2" });
        customer.Runs().ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(29));
        customer.Track("Estimate Changes Requested", new { estimate_id = "E1" });

        customer.Run()!.Record.ShouldBe(new RecordKey("estimate", "E1"));
    }

    [Fact]
    public void An_arm_without_a_record_goes_with_any_record()
    {
        _engine.Publish(When(new EstimateSent()).And(null, new TagAdded { Tag = "hot" }).Then(new AddNote { Text = "both" }));
        var (first, second) = (_engine.Customer("c1"), _engine.Customer("c2"));

        first.Track("Estimate Sent", new { estimate_id = "E1" });
        first.Identify(new { add_tags = new[] { "hot" } });
        second.Identify(new { add_tags = new[] { "hot" } });
        second.Track("Estimate Sent", new { estimate_id = "E2" });

        first.Run()!.Record.ShouldBe(new RecordKey("estimate", "E1"));
        second.Run()!.Record.ShouldBe(new RecordKey("estimate", "E2"));
        first.State.Arms.ShouldBeEmpty();
        second.State.Arms.ShouldBeEmpty();
    }

    [Fact]
    public void An_arm_is_forgotten_after_the_arm_memory()
    {
        _engine.Publish(When(new EstimateSent()).And(null, new EstimateChangesRequested()).Then(new AddTag { Tag = "both" }));
        var customer = _engine.Customer();

        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        _engine.Advance(TimeSpan.FromDays(31));
        customer.Track("Estimate Changes Requested", new { estimate_id = "E1" });

        customer.Runs().ShouldBeEmpty();
    }

    [Fact]
    public void An_or_condition_enrolls_when_it_turns_true_and_not_while_it_stays_true()
    {
        _engine.Publish(When(new FormSubmitted())
            .Or(Any(new HasTag { Tag = "vip" }, new CustomerStatus { In = ["former"] }))
            .Then(new AddNote { Text = "hello" }));
        var customer = _engine.Customer();

        customer.Identify(new { add_tags = new[] { "vip" } });
        customer.Runs().Count().ShouldBe(1);
        customer.Identify(new { first_name = "Ann" });
        customer.Runs().Count().ShouldBe(1);
        customer.Identify(new { status = "former" });
        customer.Runs().Count().ShouldBe(2);
        customer.Track("Form Submitted");

        customer.Runs().Count().ShouldBe(3);
    }

    [Fact]
    public void A_manual_trigger_enters_by_hand_and_a_sequence_without_one_enters_at_its_first_step()
    {
        var manual = _engine.Publish(When(new Manual()).Then(new AddTag { Tag = "by-hand" }));
        var other = _engine.Publish(FollowUp);
        var customer = _engine.Customer();

        customer.Ask(new TurnInput.EnrollByHand(manual.Sequence, null, "Olive")).ShouldBeOfType<TurnAnswer.Entered>();
        customer.Ask(new TurnInput.EnrollByHand(other.Sequence, null, "Olive")).ShouldBeOfType<TurnAnswer.Entered>();
        customer.Identify(new { add_tags = new[] { "do-not-nudge" } });
        var second = _engine.Customer("c2");
        second.Identify(new { add_tags = new[] { "do-not-nudge" } });

        second.Ask(new TurnInput.EnrollByHand(other.Sequence, null, "Olive"))
            .ShouldBeOfType<TurnAnswer.Refused>().Kind
            .ShouldBe(Refusal.NotEntered);
        customer.Tags.ShouldBe(["by-hand", "do-not-nudge", "nudging"]);
    }
}
