using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Flow;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Core.Tests.Support.UpsellUnderReview;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Reviews;

public sealed class ReviewLifecycleTests
{
    private readonly PureEngine _engine = new();

    private PureCustomer Waiting() => UpsellUnderReview.Waiting(_engine);

    [Fact]
    public void Nothing_is_done_before_approval_and_everything_after()
    {
        var customer = Waiting();
        _engine.Advance(TimeSpan.FromDays(2));
        customer.Run()!.State.ShouldBe(EnrollmentState.Review);
        customer.Tags.ShouldBeEmpty();
        customer.Review.Messages.ShouldHaveSingleItem().Text.ShouldBe("offer r1 for c1");
        customer.Review.Etag.Length.ShouldBe(32);

        Approve(customer).ShouldBe(TurnAnswer.Ok);
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Sent.ShouldBe(["offer", "second"]);
        customer.Review.DecidedBy.ShouldBe("Olive");
    }

    [Fact]
    public void An_approval_pins_the_template_revisions_that_were_shown()
    {
        var customer = Waiting();
        Approve(customer);

        _engine.Writer.Edit("second");
        _engine.Advance(TimeSpan.FromDays(1));

        customer.LastMessage.Text.ShouldBe("second r1 for c1");
    }

    [Fact]
    public void Approval_after_an_edit_is_refused_with_the_differences_and_the_new_etag_goes_on()
    {
        var customer = Waiting();
        var old = customer.Review.Etag;
        _engine.Writer.Edit("offer");

        var stale = Approve(customer, old).ShouldBeOfType<TurnAnswer.Stale>();
        stale.Differences.ShouldContain("The template of “offer” has been edited.");
        stale.Etag.ShouldNotBe(old);
        customer.Review.Etag.ShouldBe(stale.Etag);
        customer.Sent.ShouldBeEmpty();

        Approve(customer, stale.Etag).ShouldBe(TurnAnswer.Ok);
        customer.Sent.ShouldBe(["offer"]);
    }

    [Fact]
    public void A_template_used_after_the_wait_makes_the_etag_stale_too()
    {
        var customer = Waiting();
        _engine.Writer.Edit("second");

        Approve(customer).ShouldBeOfType<TurnAnswer.Stale>().Differences.ShouldHaveSingleItem().ShouldContain("later in the sequence");
    }

    [Fact]
    public void A_customer_who_no_longer_qualifies_is_told_with_the_part_that_fails()
    {
        var customer = Waiting();
        customer.Identify(new { add_tags = new[] { "no-upsell" } });

        var stale = Approve(customer).ShouldBeOfType<TurnAnswer.Stale>();

        stale.Differences.ShouldHaveSingleItem().ShouldContain("no-upsell");
        Approve(customer, stale.Etag).ShouldBe(TurnAnswer.Ok);
    }

    [Fact]
    public void A_newer_live_version_makes_an_approval_stale()
    {
        var first = _engine.Publish(Gated);
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });
        _engine.Publish(Gated.Then(new AddNote { Text = "more" }), first);

        Approve(customer).ShouldBeOfType<TurnAnswer.Stale>().Differences.ShouldHaveSingleItem().ShouldContain("Version 2");
    }

    [Fact]
    public void Time_alone_makes_no_etag_stale()
    {
        var customer = Waiting();
        _engine.Advance(TimeSpan.FromHours(40));

        Approve(customer).ShouldBe(TurnAnswer.Ok);
    }

    [Fact]
    public void Rejecting_ends_it_and_tidies_up_when_asked()
    {
        var customer = Waiting();
        customer.Identify(new { add_tags = new[] { "upsell" } });

        customer.Ask(new TurnInput.Reject(customer.Review.Id, "not now", true, "Max")).ShouldBe(TurnAnswer.Ok);

        customer.Run()!.State.ShouldBe(EnrollmentState.Rejected);
        customer.Tags.ShouldBeEmpty();
        customer.Rows.Notes.ShouldBe(["tidied"]);
        customer.Sent.ShouldBeEmpty();
        Approve(customer).ShouldBeOfType<TurnAnswer.Refused>().Because.ShouldContain("Max");
    }

    [Fact]
    public void A_stop_while_in_review_does_what_tidies_and_says_what_it_left_out()
    {
        var customer = Waiting();
        customer.Identify(new { add_tags = new[] { "upsell" } });

        customer.Track("Estimate Declined", new { estimate_id = "E1" });

        customer.Run()!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Tags.ShouldBeEmpty();
        customer.Rows.Notes.ShouldBe(["tidied"]);
        customer.Rows.Messages.ShouldBeEmpty();
        customer.Review.State.ShouldBe(ReviewState.Ended);
        customer.Review.Note!.ShouldContain("1 stop action");
        Approve(customer).ShouldBeOfType<TurnAnswer.Refused>().Kind.ShouldBe(Refusal.WrongState);
    }

    [Fact]
    public void An_unanswered_review_expires_as_rejected()
    {
        var customer = Waiting();

        _engine.Advance(TimeSpan.FromDays(3));

        customer.Review.State.ShouldBe(ReviewState.Expired);
        customer.Run()!.State.ShouldBe(EnrollmentState.Rejected);
        customer.Run()!.EndReason!.ShouldContain("3 days");
        Approve(customer).ShouldBeOfType<TurnAnswer.Refused>().Because.ShouldContain("expired");
    }

    [Fact]
    public void A_second_approval_is_told_who_was_first()
    {
        var customer = Waiting();
        Approve(customer);

        customer.Ask(new TurnInput.Approve(customer.Review.Id, customer.Review.Etag, "Max"))
            .ShouldBeOfType<TurnAnswer.Refused>().Because
            .ShouldContain("Olive");
        customer.Sent.ShouldBe(["offer"]);
    }

    [Fact]
    public void The_preview_takes_the_way_the_customer_would_take()
    {
        _engine.Publish(When(new FormSubmitted())
            .Then(new AddTag { Tag = "seen" }, new If { When = All(new HasTag { Tag = "seen" }) }, new EmailCustomer { Template = "both" })
            .With(new SequenceSettings { ReviewBeforeExecution = true }));
        var customer = _engine.Customer();

        customer.Track("Form Submitted");

        customer.Review.Messages.ShouldHaveSingleItem().Template.ShouldBe("both");
        customer.Tags.ShouldBeEmpty();
    }
}
