using CsCheck;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Core.Tests.Simulation.TestRuns;

namespace FlowBuilder.Core.Tests.Simulation;

public sealed class TestRunTests
{
    [Fact]
    public void A_fitting_customer_goes_through_with_times_and_rendered_messages()
    {
        var run = Run(Drawn.Read(Drawn.Example), new TestCustomer());
        run.Happen("Estimate Sent", Estimate);
        run.Result.Told.ShouldBe([new TestTold(Start, "Estimate Sent", true, "Entered because of “Estimate Sent” (estimate e1).")]);
        run.Result.Next.ShouldNotBeNull()
            .ShouldBe(new TestNext(Start.AddDays(2), "w", "On Wed, Mar 4, 2026 at 10:00 AM it continues after: wait 2 days."));
        run.AdvanceToNext().ShouldBeTrue();
        var path = run.Result.Paths.ShouldHaveSingleItem();
        path.Entry.ShouldBe(["t", "and"]);
        path.Steps.Select(step => (step.Node, step.At, step.Port))
            .ShouldBe([("tag", Start, "out"), ("w", Start.AddDays(2), "out"), ("mail", Start.AddDays(2), "out")]);
        path.Steps[0].Sentence.ShouldBe("Add the tag “nudging”.");
        path.Steps[0].Effects.ShouldBe(["Tag added: “nudging”"]);
        var mail = path.Steps[2].Messages.ShouldHaveSingleItem();
        (mail.To, mail.Subject, mail.Text, mail.At).ShouldBe(
            ("pat@example.com", "estimate-reminder", "estimate-reminder r1 for Pat Example", Start.AddDays(2)));
        (path.State, path.Ending).ShouldBe((EnrollmentState.Done, "Reached the end."));
        run.Result.Next.ShouldBeNull();
        run.AdvanceToNext().ShouldBeFalse();
    }

    [Fact]
    public void A_customer_who_does_not_fit_is_told_why()
    {
        var run = Run(Drawn.Read(Drawn.Example), new TestCustomer { Tags = ["do-not-nudge"] });
        run.Happen("Estimate Sent", Estimate);
        run.Happen("Visit Completed");
        run.Result.Told.ShouldBe(
        [
            new TestTold(Start, "Estimate Sent", false, "The customer has the tag “do-not-nudge”, which must not be true.", "and"),
            new TestTold(Start, "Visit Completed", null, "No trigger in this sequence listens for “Visit Completed” of this kind."),
        ]);
        run.Result.Paths.ShouldBeEmpty();
    }

    [Fact]
    public void A_stop_ends_it_with_its_stop_actions()
    {
        var run = Run(Drawn.Read(Drawn.Example), new TestCustomer());
        run.Happen("Estimate Sent", Estimate);
        run.Advance(TimeSpan.FromDays(1));
        run.Happen("Estimate Accepted", Estimate);
        var path = run.Result.Paths.ShouldHaveSingleItem();
        path.StoppedBy.ShouldBe("stop");
        path.Ending.ShouldNotBeNull().ShouldContain("Estimate Accepted");
        path.Steps.Select(step => (step.Node, step.Result))
            .ShouldBe([("tag", StepResult.Done), ("w", StepResult.Cancelled), ("untag", StepResult.Done)]);
        path.Steps[1].Port.ShouldBeNull();
        path.Steps[2].Effects.ShouldBe(["Tag removed: “nudging”"]);
        run.Facts.Customer.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Three_customers_take_three_ways()
    {
        var document = Drawn.Of("""
            t trigger visit-completed
            i if {"all":[{"type":"has-tag","tag":"vip"}]}
            w wait wait-for-event event=Reviewed record=any timeout=P7D
            thanks action email-customer template=thanks
            again action email-customer template=again
            gift action email-customer template=gift
            """, "t>i i:yes>gift i:no>w w:out>thanks w:timedOut>again");
        Way(new TestCustomer { Tags = ["vip"] }).ShouldBe(["i yes", "gift out"]);
        Way(new TestCustomer()).ShouldBe(["i no", "w timedOut", "again out"]);
        Way(new TestCustomer(), new TestEvent(TimeSpan.FromDays(2), "Reviewed")).ShouldBe(["i no", "w out", "thanks out"]);

        IEnumerable<string> Way(TestCustomer customer, params TestEvent[] events)
        {
            var run = TestRun.Play(
                Setting(document, customer), [new TestEvent(TimeSpan.Zero, "Visit Completed", Properties.Of("visit_id", "v1")), .. events],
                TimeSpan.FromDays(30));
            var steps = run.Result.Paths.ShouldHaveSingleItem().Steps;
            steps[0].Sentence.ShouldBe(
                steps[0].Port == "yes"
                    ? "If the customer has the tag “vip”: yes, because the customer has the tag “vip”."
                    : "If the customer has the tag “vip”: no, because it is not true that the customer has the tag “vip”.");
            return steps.Select(step => $"{step.Node} {step.Port}");
        }
    }

    [Fact]
    public void A_clock_trigger_starts_by_itself_when_its_moment_comes()
    {
        var visit = new FlowBuilder.Core.Model.Customers.Record
        {
            Key = new RecordKey("visit", "v1"), Properties = Properties.Of("start_at", Start.AddDays(5)), Status = "added"
        };
        var run = Run(
            Drawn.Of("t trigger visit-before lead=P1D\na action email-customer template=tomorrow", "t>a"),
            new TestCustomer { Records = [visit] });
        run.Result.Next.ShouldNotBeNull().Sentence.ShouldBe("On Fri, Mar 6, 2026 at 10:00 AM the customer is checked for entry.");
        run.AdvanceToNext().ShouldBeTrue();
        run.Now.ShouldBe(Start.AddDays(4));
        run.Result.Told.ShouldHaveSingleItem().Entered.ShouldBe(true);
        run.Result.Paths[0].Entry.ShouldBe(["t"]);
        run.Result.Paths[0].Steps.ShouldHaveSingleItem().Messages.Length.ShouldBe(1);
    }

    [Fact]
    public void What_needs_approval_is_approved_by_the_test_or_waits()
    {
        var document = Drawn.Read(Drawn.Example);
        document = document with { Settings = document.Settings with { ReviewBeforeExecution = true } };
        var approved = Run(document, new TestCustomer());
        approved.Happen("Estimate Sent", Estimate);
        approved.Result.Paths[0].Steps.Length.ShouldBe(1);
        var waiting = new TestRun(Setting(document, new TestCustomer()) with { Approves = false });
        waiting.Happen("Estimate Sent", Estimate);
        (waiting.Result.Paths[0].State, waiting.Result.Paths[0].Steps.Length).ShouldBe((EnrollmentState.Review, 0));
    }

    [Fact]
    public void A_message_nobody_agreed_to_is_skipped_with_the_reason()
    {
        var run = Run(Drawn.Read(Drawn.Example), new TestCustomer { Consent = new Consent { Email = false } });
        run.Happen("Estimate Sent", Estimate);
        run.AdvanceToNext();
        var mail = run.Result.Paths[0].Steps[^1];
        mail.Result.ShouldBe(StepResult.Skipped);
        (mail.Messages[0].At, mail.Messages[0].Because).ShouldBe((null, "The customer has not agreed to emails."));
    }

    [Fact]
    public void A_text_at_night_waits_for_the_morning()
    {
        var document = Drawn.Of("t trigger manual\na action text-customer template=text-hello", "t>a");
        var setting = Setting(document, new TestCustomer());
        var run = new TestRun(setting with { Start = Start.AddHours(13) });
        run.EnterByHand();
        run.Result.Paths[0].State.ShouldBe(EnrollmentState.Sending);
        run.Result.Next.ShouldNotBeNull().Sentence
            .ShouldBe("On Tue, Mar 3, 2026 at 8:00 AM it is sent: text “text-hello” to the customer.");
        run.AdvanceToNext();
        run.Result.Paths[0].State.ShouldBe(EnrollmentState.Done);
    }

    [Fact]
    public void What_goes_round_and_round_is_ended_with_a_word()
    {
        var document = Drawn.Of(
            "t trigger manual\na action add-note text=again\nw wait wait-for duration=PT1M", "t>a a>w w>a", """{"maxPasses":1000}""");
        var run = Run(document, new TestCustomer());
        run.EnterByHand();
        run.Advance(TimeSpan.FromDays(30));
        run.Result.Halted.ShouldNotBeNull().ShouldStartWith("Ended after 1,000 steps");
        run.Result.Paths[0].Steps.Length.ShouldBe(TestRun.MostSteps);
        run.Result.Next.ShouldBeNull();
        run.AdvanceToNext().ShouldBeFalse();
    }

    [Fact]
    public void Another_sequence_is_asked_but_not_run()
    {
        var other = "0000000b-0000-0000-0000-000000000000";
        var run = new TestRun(
            Setting(Drawn.Of($"t trigger manual\na action start-sequence sequence={other}", "t>a"), new TestCustomer()) with
            {
                Others = new Dictionary<string, string> { [other] = "Win back" }
            });
        run.EnterByHand();
        run.Result.Paths.ShouldHaveSingleItem().Steps[0].Sentence.ShouldEndWith("Asked “Win back” to start.");
    }

    [Fact]
    public void A_real_customer_is_tried_without_being_changed()
    {
        var engine = new PureEngine();
        var customer = engine.Customer();
        customer.Track("Estimate Sent", Estimate);
        var before = StateText.Of(customer.State, engine.Now);
        var run = new TestRun(Setting(Drawn.Read(Drawn.Example), new TestCustomer()) with { Facts = customer.Facts });
        run.Happen("Estimate Sent");
        run.AdvanceToNext();
        run.Result.Paths.ShouldHaveSingleItem().Why.ShouldContain("estimate e1");
        StateText.Of(customer.State, engine.Now).ShouldBe(before);
    }

    [Fact]
    public void The_same_scenario_gives_the_same_result()
    {
        var one = Text(TestRun.Play(
            Setting(Drawn.Read(Drawn.Example), new TestCustomer()), [new(TimeSpan.Zero, "Estimate Sent", Estimate)], TimeSpan.FromDays(9)));
        Text(TestRun.Play(
            Setting(Drawn.Read(Drawn.Example), new TestCustomer()), [new(TimeSpan.Zero, "Estimate Sent", Estimate)], TimeSpan.FromDays(9)))
            .ShouldBe(one);
    }

    private static string Text(TestRun run) =>
        string.Join(
            '\n',
            run.Result.Paths
                .SelectMany(path => path.Steps)
                .Select(step => $"{step.Node} {step.At:O} {step.Sentence} {string.Join(';', step.Messages)}"));
}
