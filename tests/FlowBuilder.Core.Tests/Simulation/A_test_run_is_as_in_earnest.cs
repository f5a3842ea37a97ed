using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Core.Tests.Simulation.TestRuns;

namespace FlowBuilder.Core.Tests.Simulation;

public sealed class A_test_run_is_as_in_earnest
{
    [Theory]
    [InlineData(SuppressionReason.Unsubscribed, "Someone unsubscribed this email address.")]
    [InlineData(SuppressionReason.Bounced, "The customer's email address does not work: an earlier email bounced.")]
    [InlineData(SuppressionReason.Complaint, "A message to this email address was reported as spam.")]
    [InlineData(SuppressionReason.ByHand, "This email address is on the company's suppression list.")]
    public void A_no_to_the_address_leaves_the_message_out_as_in_earnest(SuppressionReason reason, string because)
    {
        var addresses = new ListedAddresses(new Suppression(reason, Start.AddDays(-9), "test"));
        var run = new TestRun(Setting(Drawn.Read(Drawn.Example), new TestCustomer()) with { Addresses = addresses });
        run.Happen("Estimate Sent", Estimate);
        run.AdvanceToNext();
        var mail = run.Result.Paths[0].Steps[^1];
        (mail.Result, mail.Messages[0].At, mail.Messages[0].Because).ShouldBe((StepResult.Skipped, null, because));
    }

    [Fact]
    public void What_is_said_of_an_address_within_a_test_run_is_heard_in_it_and_nowhere_else()
    {
        var document = Drawn.Of(
            "t trigger custom-event name=Asked\na action email-customer template=hello", "t>a", """{"reEntry":{"policy":"always"}}""");
        var addresses = new ListedAddresses();
        var run = new TestRun(Setting(document, new TestCustomer()) with { Addresses = addresses });
        foreach (var (said, sent) in (ReadOnlySpan<(string?, bool)>)[(null, true), ("Unsubscribed", false), ("Subscribed", true)])
        {
            run.Advance(TimeSpan.FromDays(1));
            if (said is not null) run.Happen(said, Properties.Of(("channel", "email"), ("source", "test")));
            run.Happen("Asked");
            (run.Result.Paths[^1].Steps[^1].Messages[0].At is not null).ShouldBe(sent, said);
        }

        addresses.Find(default, Channel.Email, "pat@example.com").ShouldBe(AddressStatus.None);
    }

    [Fact]
    public void A_test_run_does_exactly_what_the_engine_does() =>
        Gen.Select(RandomDrawings.Sound, Gen.Int[0, 6].Array[1, 12]).Sample(
            (document, happenings) =>
            {
                // A split follows the run's id, and the engine's ids are its own.
                if (document.Nodes.Any(node => node.Kind == NodeKind.Split)) return;
                var engine = new PureEngine();
                var customer = engine.Customer();
                var published = engine.Publish(document);
                var run = new TestRun(Setting(document, new TestCustomer()) with { Facts = customer.Facts, Sequence = published.Sequence });
                foreach (var happening in happenings)
                {
                    switch (happening)
                    {
                        case 0:
                            customer.Ask(new TurnInput.EnrollByHand(published.Sequence, null, "the test run"));
                            run.EnterByHand();
                            break;
                        case 1 or 2:
                            Both("Tag Added", Properties.Of("tag", $"gate-{happening + 2}"));
                            break;
                        case 3:
                            Both("Estimate Accepted", Estimate);
                            break;
                        case 4:
                            Both("Tag Added", Properties.Of("tag", "stop-1"));
                            break;
                        default:
                            engine.Advance(TimeSpan.FromDays(happening));
                            run.Advance(TimeSpan.FromDays(happening));
                            break;
                    }
                }

                run.Result.Paths.SelectMany(path => path.Steps).Select(step => $"{step.Node}/{step.Pass} {step.Result} {step.At:O}").Order()
                    .ShouldBe(customer.Rows.StepRuns.Select(step => $"{step.Node}/{step.Pass} {step.Result} {step.At:O}").Order());
                run.Result.Paths.Select(path => path.State).ShouldBe(customer.Runs().Select(one => one.State));

                void Both(string name, Properties properties)
                {
                    customer.Track(name, properties);
                    run.Happen(name, properties);
                }
            },
            iter: 300);

    /// <summary>The same was said against every address.</summary>
    private sealed class ListedAddresses(params Suppression[] lines) : IAddresses
    {
        public string? Phone(string? typed, string? country) => typed;

        public AddressStatus Find(CompanyId company, Channel channel, string key) =>
            lines.Length == 0 ? AddressStatus.None : new AddressStatus([.. lines]);
    }
}
