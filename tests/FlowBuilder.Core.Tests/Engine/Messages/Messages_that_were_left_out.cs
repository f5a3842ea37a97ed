using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Fixing;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine.Messages;

/// <summary>Cases B15, R07, R10: left out is not sent; a wait that looks back; a run that begins anew.</summary>
public sealed class Messages_that_were_left_out
{
    private readonly PureEngine _engine = new();

    [Theory]
    [InlineData(OnSkipped.Continue, true)]
    [InlineData(OnSkipped.Stop, false)]
    public void The_step_says_whether_who_got_nothing_goes_on(OnSkipped onSkipped, bool isTagged)
    {
        _engine.Publish(When(new FormSubmitted()).Then(
            new EmailCustomer { Template = "hi", OnSkipped = onSkipped }, new AddTag { Tag = "emailed" }));
        var customer = _engine.Customer();
        customer.Track("Unsubscribed");

        customer.Track("Form Submitted");

        customer.Tags.Contains("emailed").ShouldBe(isTagged);
        customer.Run()!.State.ShouldBe(isTagged ? EnrollmentState.Done : EnrollmentState.Stopped);
        if (!isTagged) customer.Run()!.EndReason.ShouldBe("Ended because a message was skipped: The customer has unsubscribed.");
    }

    [Fact]
    public void Stop_covers_a_message_that_failed_and_one_that_somebody_cancelled()
    {
        var sequence = _engine.Publish(When(new FormSubmitted()).Then(
            new EmailCustomer { Template = "hi", OnSkipped = OnSkipped.Stop }, new AddTag { Tag = "emailed" }));
        _engine.Channel = _ => new ChannelAnswer.NotSent("The server said no.", Final: true);
        var customer = _engine.Customer();
        customer.Track("Form Submitted");
        customer.Run(sequence)!.State.ShouldBe(EnrollmentState.Failed);

        _engine.HasCapacity = false;
        customer.Track("Form Submitted");
        customer.Ask(new TurnInput.ResolveMessage(customer.LastMessage.Id, MessageResolution.Cancelled, "Olive"));

        customer.Run(sequence)!.State.ShouldBe(EnrollmentState.Stopped);
        customer.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void A_tag_that_claims_a_message_was_sent_is_noted_with_a_fix()
    {
        var document = Drawn.Of("t trigger form-submitted\nm action email-customer template=hi\na action add-tag tag=emailed", "t>m m>a");
        var finding = Drawn.Compiler.Compile(document).Diagnostics.Single(found => found.Code == "claims-sent");
        (finding.Node, finding.Severity).ShouldBe(("a", Severity.Warning));

        var session = new DesignSession(document, Drawn.Steps);
        session.Run(Fixes.Of(document, finding, Drawn.Steps).ShouldHaveSingleItem().Command).ShouldBeOfType<DesignResult.Done>();

        Drawn.Compiler.Compile(session.Document).Diagnostics.ShouldNotContain(found => found.Code == "claims-sent");
        session.Document.Nodes.Length.ShouldBe(4);
    }

    [Theory]
    [InlineData(null, "timedOut")]
    [InlineData(WaitSince.Arrival, "timedOut")]
    [InlineData(WaitSince.Enrollment, "out")]
    public void A_wait_can_count_what_happened_since_the_customer_entered(WaitSince? since, string port)
    {
        _engine.Publish(When(new FormSubmitted()).Then(
            new WaitFor { Duration = Duration.Of(TimeSpan.FromHours(1)) },
            new WaitForEvent { Event = "Quote Viewed", Timeout = Duration.OfDays(1), Since = since }, new AddTag { Tag = "x" }));
        var customer = _engine.Customer();
        customer.Track("Form Submitted");
        _engine.Advance(TimeSpan.FromMinutes(10));
        customer.Track("Quote Viewed");

        _engine.Advance(TimeSpan.FromDays(2));

        customer.Rows.StepRuns.Single(step => step.Node == "s2").Port.ShouldBe(port);
    }

    [Fact]
    public void A_sequence_that_restarts_begins_anew_with_the_newest_event()
    {
        var sequence = _engine.Publish(When(new EstimateSent())
            .Then(new WaitFor { Duration = Duration.OfDays(2) }, new EmailCustomer { Template = "reminder" })
            .With(new SequenceSettings { ReEntry = new ReEntry.Restart() }));
        var customer = _engine.Customer();
        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 100 });
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Track("Estimate Sent", new { estimate_id = "E1", total = 120 });
        customer.Track("Estimate Sent", new { estimate_id = "E2", total = 5 });
        _engine.Advance(TimeSpan.FromDays(1.5));
        customer.Sent.ShouldBeEmpty();
        _engine.Advance(TimeSpan.FromDays(1));

        customer.Sent.ShouldBe(["reminder", "reminder"]);
        customer.Runs(sequence)
            .Select(run => (run.Record!.Value.Id, run.State))
            .ShouldBe([("E1", EnrollmentState.Stopped), ("E1", EnrollmentState.Done), ("E2", EnrollmentState.Done)]);
        customer.Runs(sequence).ElementAt(1).Event!.Properties.Number("total").ShouldBe(120);
        customer.Runs(sequence).First().EndReason.ShouldBe("Stopped because it is starting over with a newer “Estimate Sent”.");
    }

    /// <summary>An event that happened before the one that began the run tells nothing new, however late it comes.</summary>
    [Fact]
    public void Restart_begins_anew_only_with_a_newer_event()
    {
        var sequence = _engine.Publish(When(new CustomEvent { Name = "Quote" })
            .Then(new WaitFor { Duration = Duration.OfDays(2) }, new EmailCustomer { Template = "reminder" })
            .With(new SequenceSettings { ReEntry = new ReEntry.Restart() }));
        var customer = _engine.Customer();
        _engine.Advance(TimeSpan.FromDays(1));
        customer.Track("Quote", new { v = "new" });
        customer.Track("Quote", new { v = "old" }, at: _engine.Now - TimeSpan.FromHours(3));
        customer.Runs(sequence).ShouldHaveSingleItem().Event!.Properties.Text("v").ShouldBe("new");

        _engine.Advance(TimeSpan.FromHours(1));
        customer.Track("Quote", new { v = "newest" });
        customer.Runs(sequence).Last().Event!.Properties.Text("v").ShouldBe("newest");
    }
}
