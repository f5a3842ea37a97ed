using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Core.Tests.Support.UpsellUnderReview;

namespace FlowBuilder.Core.Tests.Engine.Reviews;

/// <summary>Looked at anew, edited, put to a colleague, put off, reminded of, put to everybody.</summary>
public sealed class ReviewSharingTests
{
    private readonly PureEngine _engine = new();

    private PureCustomer Waiting() => UpsellUnderReview.Waiting(_engine);

    [Fact]
    public void Looking_again_notes_what_has_come_to_be_different_and_decides_nothing()
    {
        var customer = Waiting();
        customer.Ask(new TurnInput.RecheckReview(customer.Review.Id)).ShouldBe(TurnAnswer.Ok);
        customer.Review.News.ShouldBeEmpty();
        _engine.Writer.Edit("offer");

        var stale = customer.Ask(new TurnInput.RecheckReview(customer.Review.Id)).ShouldBeOfType<TurnAnswer.Stale>();

        stale.Etag.ShouldBe(customer.Review.Etag);
        customer.Review.News.ShouldContain("The template of “offer” has been edited.");
        customer.Review.State.ShouldBe(ReviewState.Waiting);
        customer.Sent.ShouldBeEmpty();
        customer.Ask(new TurnInput.RecheckReview(customer.Review.Id)).ShouldBe(TurnAnswer.Ok);
    }

    [Fact]
    public void Who_approves_by_an_etag_of_before_the_last_look_is_told_what_is_different()
    {
        var customer = Waiting();
        var old = customer.Review.Etag;
        _engine.Writer.Edit("offer");
        customer.Ask(new TurnInput.RecheckReview(customer.Review.Id));

        Approve(customer, old).ShouldBeOfType<TurnAnswer.Stale>().Differences.ShouldContain("The template of “offer” has been edited.");
        customer.Sent.ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_is_sent_as_written_voids_what_others_were_shown_and_touches_nobody_else()
    {
        var customer = Waiting();
        var shown = customer.Review.Etag;
        var other = _engine.Customer();
        other.Track("Estimate Sent", new { estimate_id = "E2" });

        customer.Ask(Edit(customer, new EditedMessage("s2", 0, "Just for you", "<p>Mine</p>", "Mine"))).ShouldBe(TurnAnswer.Ok);

        customer.Review.Messages.ShouldHaveSingleItem().IsEdited.ShouldBeTrue();
        Approve(customer, shown).ShouldBeOfType<TurnAnswer.Stale>().Differences.ShouldContain("Max edited what this customer is sent.");
        Approve(customer).ShouldBe(TurnAnswer.Ok);
        Approve(other).ShouldBe(TurnAnswer.Ok);
        customer.LastMessage.Subject.ShouldBe("Just for you");
        other.LastMessage.Subject.ShouldBe("offer");
        _engine.Advance(TimeSpan.FromDays(1));
        customer.LastMessage.Text.ShouldBe("second r1 for c1");
    }

    [Fact]
    public void An_edit_of_what_has_changed_meanwhile_is_refused_with_the_differences()
    {
        var customer = Waiting();
        var input = Edit(customer, new EditedMessage("s2", 0, "Just for you", "<p>Mine</p>", "Mine"));
        _engine.Writer.Edit("offer");

        customer.Ask(input).ShouldBeOfType<TurnAnswer.Stale>();
        customer.Review.Edits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mail-2", 0, "S", "<p>x</p>", "x", "not among those")]
    [InlineData("s2", 1, "S", "<p>x</p>", "x", "not among those")]
    [InlineData("s2", 0, " ", "<p>x</p>", "x", "needs a subject")]
    [InlineData("s2", 0, "a\nBcc: b", "<p>x</p>", "x", "one line")]
    [InlineData("s2", 0, "S", "<p>x</p>", " ", "needs text")]
    [InlineData("s2", 0, "S", null, "x", "keeps its design")]
    public void An_edit_that_cannot_be_sent_is_refused(string node, int part, string subject, string? html, string text, string because)
    {
        var customer = Waiting();

        customer.Ask(Edit(customer, new EditedMessage(node, part, subject, html, text)))
            .ShouldBeOfType<TurnAnswer.Refused>().Because
            .ShouldContain(because);
        customer.Review.Edits.ShouldBeEmpty();
    }

    [Fact]
    public void A_colleague_who_may_decide_can_be_asked_and_is_told()
    {
        var customer = Waiting();

        customer.Ask(new TurnInput.AskColleague(customer.Review.Id, "o", "Is she a friend of yours?", "Max")).ShouldBe(TurnAnswer.Ok);

        (customer.Review.AskedOf, customer.Review.AskedBy).ShouldBe(("o", "Max"));
        customer.Rows.Notifications.ShouldHaveSingleItem().Text.ShouldContain("Is she a friend of yours?");
        customer.Ask(new TurnInput.AskColleague(customer.Review.Id, "nobody", "", "Max"))
            .ShouldBeOfType<TurnAnswer.Refused>().Because
            .ShouldContain("colleague was not found");
        customer.Ask(new TurnInput.AskColleague(customer.Review.Id, "", "", "Max")).ShouldBe(TurnAnswer.Ok);
        customer.Review.AskedOf.ShouldBeNull();
    }

    [Fact]
    public void A_review_put_off_comes_back_by_itself_and_whoever_put_it_off_is_told()
    {
        var customer = Waiting();
        var until = _engine.Now.AddHours(5);

        customer.Ask(new TurnInput.SnoozeReview(customer.Review.Id, _engine.Now, "Olive", "o")).ShouldBeOfType<TurnAnswer.Refused>();
        customer.Ask(new TurnInput.SnoozeReview(customer.Review.Id, _engine.Now.AddDays(4), "Olive", "o"))
            .ShouldBeOfType<TurnAnswer.Refused>().Because
            .ShouldContain("expires before");
        customer.Ask(new TurnInput.SnoozeReview(customer.Review.Id, until, "Olive", "o")).ShouldBe(TurnAnswer.Ok);
        customer.Review.SnoozedUntil.ShouldBe(until);
        _engine.Advance(TimeSpan.FromHours(5));

        customer.Review.SnoozedUntil.ShouldBeNull();
        customer.Review.State.ShouldBe(ReviewState.Waiting);
        customer.Rows.Notifications.ShouldHaveSingleItem().Text.ShouldContain("is waiting for you again");
    }

    [Fact]
    public void Nobody_decides_reminder_then_everybody_is_told_and_it_goes_on_waiting()
    {
        _engine.Publish(Gated.With(new SequenceSettings
        {
            ReviewBeforeExecution = true, Review = new ReviewPolicy(Duration.OfDays(2), ReviewEnd.Escalate, Duration.OfDays(1))
        }));
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1" });

        _engine.Advance(TimeSpan.FromDays(1));
        customer.Rows.Notifications.ShouldHaveSingleItem().Text.ShouldContain("everyone will be told");
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Review.EscalatedAt.ShouldBe(_engine.Now);
        customer.Review.LookAt.ShouldBeNull();
        customer.Rows.Notifications.Count.ShouldBe(2);
        Approve(customer).ShouldBe(TurnAnswer.Ok);
    }

    [Fact]
    public void Those_that_differ_by_merge_fields_only_are_alike_until_one_is_edited()
    {
        var customer = Waiting();
        var other = _engine.Customer();
        other.Track("Estimate Sent", new { estimate_id = "E2" });
        other.Review.Alike.ShouldBe(customer.Review.Alike);

        other.Ask(Edit(other, new EditedMessage("s2", 0, "Other", "<p>x</p>", "x")));

        other.Review.Alike.ShouldNotBe(customer.Review.Alike);
    }

    private static TurnInput.EditReview Edit(PureCustomer customer, EditedMessage message) =>
        new(customer.Review.Id, customer.Review.Etag, [message], "Max");
}
