using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Flow;
using FlowBuilder.Steps.Triggers.Customers;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Waits;
using FlowBuilder.Testing.Pure;
using static FlowBuilder.Testing.Pure.Draw;

namespace FlowBuilder.Core.Tests.Engine;

/// <summary>Random lives: events in any order, answers of any kind, the clock, people, and deaths
/// of the program between any two commits.</summary>
public sealed class TurnPropertyTests
{
    private const int Deeds = 16;

    private static readonly Gen<(int Deed, int Which)[]> Lives = Gen.Select(Gen.Int[0, Deeds - 1], Gen.Int[0, 3]).Array[1, 40];

    private static readonly Gen<int[]> Deaths = Gen.Int[1, 12].Array[0, 12];

    [Fact]
    public void Nothing_is_lost_doubled_or_sent_after_a_stop_whatever_happens_and_whenever_the_program_dies() =>
        Gen.Select(Lives, Deaths).Sample((life, deaths) =>
        {
            var world = new World(deaths);
            world.Live(life);
            world.Settle();
            world.Check();
        }, iter: 250, threads: 1);

    [Fact]
    public void The_same_life_leads_to_the_same_decisions() =>
        Lives.Sample(life =>
        {
            var (one, two) = (new World([]), new World([]));
            one.Live(life);
            two.Live(life);
            two.Story().ShouldBe(one.Story());
        }, iter: 60, threads: 1);

    [Fact]
    public void A_death_costs_nothing_but_messages_of_unknown_fate() =>
        Gen.Select(Lives, Deaths).Sample((life, deaths) =>
        {
            var (calm, stormy) = (new World([], takesAll: true), new World(deaths, takesAll: true));
            calm.Live(life);
            stormy.Live(life);
            // A message whose answer died with the program counts as unknown; everything else is the same, step by step.
            stormy.Steps(unknownAsDone: true).ShouldBe(calm.Steps(unknownAsDone: true));
        }, iter: 150, threads: 1);

    [Fact]
    public void Runs_that_walk_on_end_as_runs_that_take_a_turn_for_each_step() =>
        Gen.Select(Lives, Gen.Int[2, 5]).Sample((life, steps) =>
        {
            var (strict, walking, tired) =
                (new World([], takesAll: true, 1), new World([], takesAll: true), new World([], takesAll: true, steps));
            strict.Live(life);
            walking.Live(life);
            tired.Live(life);
            walking.Ends().ShouldBe(strict.Ends());
            tired.Ends().ShouldBe(strict.Ends());
        }, iter: 250, threads: 1);

    private sealed class World
    {
        private readonly PureEngine _engine = new();
        private readonly PureCustomer[] _customers;
        private readonly PublishedSequence[] _sequences;
        private readonly List<(EnrollmentId Run, int ProviderCount)> _stopped = [];
        private int _sent;

        public World(int[] deaths, bool takesAll = false, int stepsPerTurn = TurnContext.MostSteps)
        {
            _engine.StepsPerTurn = stepsPerTurn;
            var left = new Queue<int>(deaths);
            var countdown = left.TryDequeue(out var first) ? first : int.MaxValue;
            _sequences =
            [
                _engine.Publish(When(new EstimateSent(), "Follow-up")
                    .And(None(new HasTag { Tag = "no" }))
                    .Then(
                        new AddTag { Tag = "nudging" }, new EmailCustomer { Template = "one" },
                        new WaitFor { Duration = Duration.OfDays(1) }, new EmailEmployee { To = "role:office", Template = "two" },
                        new CreateToDo { Title = "call", Assignee = "owner" })
                    .StopWhen(
                        Any(Since(EventNames.EstimateAccepted), Since(EventNames.EstimateDeclined)), new RemoveTag { Tag = "nudging" },
                        new EmailCustomer { Template = "bye" })),
                _engine.Publish(When(new TagAdded { Tag = "nudging" }, "Ring")
                    .Then(
                        new WaitForEvent { Event = "Ping", Timeout = Duration.OfDays(2) },
                        new If { When = All(new HasTag { Tag = "nudging" }) }, new AddNote { Text = "noted" },
                        new WaitFor { Duration = Duration.Of(TimeSpan.FromHours(6)) })
                    .BackTo("s3")
                    .With(new SequenceSettings { ReEntry = new ReEntry.Always(), MaxPasses = 3 })),
                _engine.Publish(When(new FormSubmitted(), "Gated")
                    .Then(new TextCustomer { Template = "text-hello" }, new AddTag { Tag = "hello" })
                    .StopWhen(All(new HasTag { Tag = "no" }), new AddNote { Text = "tidied" })
                    .With(new SequenceSettings
                    {
                        ReEntry = new ReEntry.AfterEnd(Duration.OfDays(1)), ReviewBeforeExecution = true,
                        ReviewExpiresAfter = Duration.OfDays(2)
                    })),
            ];
            _customers = [_engine.Customer("a"), _engine.Customer("b", isNew: true)];
            _engine.Channel = message => takesAll ? new ChannelAnswer.Sent("p") : (++_sent % 5) switch
            {
                0 => new ChannelAnswer.NotSent("busy", Final: false),
                3 => new ChannelAnswer.NotSent("gone", Final: true),
                4 => new ChannelAnswer.MaybeSent("who knows"),
                _ => new ChannelAnswer.Sent("p"),
            };
            _engine.Crashes = () =>
            {
                if (--countdown > 0) return false;
                countdown = left.TryDequeue(out var next) ? next : int.MaxValue;
                return true;
            };
        }

        public void Live((int Deed, int Which)[] life)
        {
            foreach (var (deed, which) in life)
            {
                Do(_customers[which % 2], deed, which);
                foreach (var run in _customers.SelectMany(customer => customer.Runs()))
                    if (run.State is EnrollmentState.Stopped or EnrollmentState.Rejected
                        && _stopped.TrueForAll(known => known.Run != run.Id))
                        _stopped.Add((run.Id, _engine.Provider.Count));
            }
        }

        public void Settle()
        {
            _engine.Crashes = () => false;
            _engine.Channel = _ => new ChannelAnswer.Sent("p");
            _engine.Resume(_sequences[0], LatePolicy.Send);
            _engine.Advance(TimeSpan.FromDays(20));
        }

        public void Check()
        {
            // I2: one accepted effect per effect key.
            _engine.Provider.Select(taken => taken.EffectKey).ShouldBeUnique();
            // I3: nothing leaves for a run once it was stopped.
            foreach (var (run, taken) in _stopped) _engine.Provider.Skip(taken).ShouldAllBe(sent => sent.Message.Enrollment != run);
            foreach (var customer in _customers) Check(customer);
        }

        private void Check(PureCustomer customer)
        {
            // I1: every run has ended for a stated reason, or waits with a time, or is parked in plain sight.
            foreach (var run in customer.Runs())
            {
                if (!run.IsLive) run.EndReason.ShouldNotBeNullOrEmpty();
                else
                    (run.LookAt is not null
                        || run.Hold != Hold.None
                        || customer.Rows.Reviews.Any(
                            review =>
                                review.Enrollment == run.Id
                                && review.State == Core.Model.Reviews.ReviewState.Waiting)).ShouldBeTrue($"{run.State} waits for nothing");
            }

            // Every step is done once; every message has an end.
            customer.Rows.StepRuns.Select(step => (step.Enrollment, step.Node, step.Pass)).ShouldBeUnique();
            customer.Rows.Messages.Select(message => message.EffectKey(_engine.Company.Id)).ShouldBeUnique();
            customer.Rows.Messages.ShouldAllBe(message => message.State != MessageState.Sending && message.State != MessageState.Waiting);
            // I4: nothing of a gated run before an approval.
            foreach (var review in customer.Rows.Reviews.Where(
                review =>
                    review.Kind == Core.Model.Reviews.ReviewKind.BeforeExecution
                    && review.State != Core.Model.Reviews.ReviewState.Approved))
            {
                customer.Rows.Messages.ShouldAllBe(message => message.Enrollment != review.Enrollment);
                customer.Rows.StepRuns
                    .Where(step => step.Enrollment == review.Enrollment)
                    .ShouldAllBe(step => step.Node.StartsWith("stop", StringComparison.Ordinal));
            }

            // I8: a run keeps its version; never two live runs of a sequence for one record.
            customer.Runs()
                .ShouldAllBe(run => _sequences.Any(sequence => sequence.Version == run.Version && sequence.Sequence == run.Sequence));
            customer.Runs().Where(run => run.IsLive).GroupBy(run => (run.Sequence, run.Record)).ShouldAllBe(runs => runs.Count() == 1);
        }

        public string Story() => string.Join('\n', _customers.Select(customer =>
            StateText.Of(customer.State, _engine.Now) + string.Join('\n', customer.Rows.Decisions)
            + string.Join('\n', customer.Rows.Messages.OrderBy(message => message.Id.Value).Select(message => message.Text))
            + string.Join('\n', customer.Rows.StepRuns)));

        /// <summary>All that is left of a life but times, numbers of rows, and the order in which runs beside each other went.</summary>
        public string Ends() => string.Join('\n', _customers.Select(customer => string.Join('\n',
            [
                string.Join(' ', customer.Tags.Order()),
                .. customer.Runs().Select(run => $"{run.Record} {run.State} {run.EndReason} "
                    + string.Join(
                        ' ',
                        customer.Rows.StepRuns
                            .Where(step => step.Enrollment == run.Id)
                            .Select(step => $"{step.Node}/{step.Pass}:{step.Result}:{step.Port}:{step.Because}"))
                    + string.Join(
                        ' ',
                        customer.Rows.Messages
                            .Where(message => message.Enrollment == run.Id)
                            .Select(
                                message =>
                                    $"{message.Node}/{message.Pass}/{message.Part} {message.State} {message.To} {message.Subject} "
                                        + $"{message.Because}")))
                                        .Order(),
                .. customer.Rows.Decisions.Select(decision => $"{decision.Outcome} {decision.Sentence}").Order(),
            ])));

        public string Steps(bool unknownAsDone) => string.Join('\n', _customers.Select(customer => string.Join(' ',
            customer.Rows.StepRuns.Select(
                step => $"{step.Node}/{step.Pass}:{(unknownAsDone && step.Result == StepResult.Unknown ? StepResult.Done : step.Result)}"))
            + " | " + string.Join(' ', customer.Runs().Select(run => run.State)) + " | " + string.Join(' ', customer.Tags)));

        private void Do(PureCustomer customer, int deed, int which)
        {
            var estimate = new { estimate_id = $"E{which}" };
            switch (deed)
            {
                case 0 or 1: customer.Track("Estimate Sent", estimate); break;
                case 2: customer.Track("Estimate Accepted", estimate); break;
                case 3: customer.Track("Estimate Declined", estimate); break;
                case 4: customer.Track("Form Submitted"); break;
                case 5: customer.Track("Ping"); break;
                case 6:
                    customer.Identify(new
                    {
                        email = $"x{which}@example.test", sms_consent = which > 0, tags = which == 1 ? new[] { "no" } : []
                    });
                    break;
                case 7: _engine.Advance(TimeSpan.FromHours(5 * (which + 1))); break;
                case 8: _engine.Advance(TimeSpan.FromDays(which)); break;
                case 9 when Waiting(customer) is { } review: customer.Ask(new TurnInput.Approve(review.Id, review.Etag, "x")); break;
                case 10 when Waiting(customer) is { } review: customer.Ask(new TurnInput.Reject(review.Id, "no", which == 1, "x")); break;
                case 11 when customer.Run() is { } run: customer.Ask(new TurnInput.StopByHand(run.Id, which > 1, "x")); break;
                case 12 when which == 0: _engine.Pause(_sequences[0]); break;
                case 12: _engine.Resume(_sequences[0], (LatePolicy)which); break;
                case 13 when customer.Run() is { } run: customer.Ask(new TurnInput.SkipWaitByHand(run.Id, "x")); break;
                case 14 when customer.Run() is { } run: customer.Ask(new TurnInput.MoveByHand(run.Id, $"s{which + 2}", "x")); break;
                case 15 when customer.Run() is { } run: customer.Ask(new TurnInput.RetryByHand(run.Id, "x")); break;
            }
        }

        private static Core.Model.Reviews.Review? Waiting(PureCustomer customer) =>
            customer.Rows.Reviews.FirstOrDefault(review => review.State == Core.Model.Reviews.ReviewState.Waiting);

        private static EventHappened Since(string name) =>
            new() { Event = name, Since = EventSince.Enrollment, Record = FlowBuilder.Steps.Conditions.RecordScope.Same };
    }
}
