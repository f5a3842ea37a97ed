using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Simulation;

/// <summary>Keeps what the turns of a test run decided, as it is shown.</summary>
internal sealed class TestLedger(TestRunSetting setting)
{
    private readonly Dictionary<EnrollmentId, (Enrollment Run, string Why, ImmutableArray<string> Entry)> _runs = [];
    private readonly Dictionary<EnrollmentId, string?> _stoppedBy = [];
    private readonly Dictionary<MessageId, Message> _messages = [];
    private readonly List<(StepRun Run, string? Choice, ImmutableArray<string> Effects)> _steps = [];

    public List<TestTold> Told { get; } = [];

    public int StepCount => _steps.Count;

    /// <summary>Takes down what a turn decided.</summary>
    /// <param name="changes">Its changes.</param>
    /// <param name="begun">The steps it ran: as each began, and why an If / else chose its way.</param>
    /// <param name="happened">The event it worked off.</param>
    /// <param name="moment">The moment that came.</param>
    /// <param name="facts">The facts after it.</param>
    public void Write(
        ImmutableArray<Change> changes, IReadOnlyList<(StepBegun Step, string? Choice)> begun, CustomerEvent? happened,
        ScheduledMoment? moment, Facts facts)
    {
        foreach (var opened in changes.OfType<Change.EnrollmentOpened>())
        {
            var why = changes.OfType<Change.DecisionAdded>()
                .FirstOrDefault(
                    made =>
                        made.Decision.Enrollment == opened.Enrollment.Id
                        && made.Decision.Outcome == DecisionOutcome.Entered)?.Decision.Sentence
                ?? "";
            // The run may have walked on within the turn: it came in where its first step was.
            var cameTo = begun.FirstOrDefault(one => one.Step.Run.Id == opened.Enrollment.Id).Step.Run?.Cursor ?? opened.Enrollment.Cursor;
            _runs[opened.Enrollment.Id] = (opened.Enrollment, why, [.. EntryPath.Of(setting.Plan, cameTo, happened, moment, facts)]);
        }

        // What lies before the first step is the event's; each step's effects stand between its beginning and the next one's.
        Write(changes, 0, begun.Count == 0 ? changes.Length : begun[0].Step.Changes, null, facts);
        for (var step = 0; step < begun.Count; step++)
            Write(
                changes, begun[step].Step.Changes, step + 1 < begun.Count ? begun[step + 1].Step.Changes : changes.Length,
                begun[step].Choice, facts);
    }

    private void Write(ImmutableArray<Change> changes, int from, int to, string? choice, Facts facts)
    {
        var effects = changes[from..to].Select(change => EffectPhrases.Of(change, facts.Zone)).OfType<string>().ToImmutableArray();
        foreach (var change in changes[from..to])
        {
            switch (change)
            {
                case Change.EnrollmentChanged it when _runs.TryGetValue(it.Enrollment.Id, out var known):
                    _runs[it.Enrollment.Id] = known with { Run = it.Enrollment };
                    break;
                case Change.StepRunAdded it:
                    _steps.Add((it.StepRun, choice, effects));
                    effects = [];
                    break;
                case Change.MessageAdded it:
                    _messages[it.Message.Id] = it.Message;
                    break;
                case Change.MessageChanged it:
                    _messages[it.Message.Id] = it.Message.WithBodyOf(_messages.GetValueOrDefault(it.Message.Id, it.Message));
                    break;
                case Change.DecisionAdded { Decision: { Outcome: DecisionOutcome.Stopped, Enrollment: { } run } stopped }:
                    _stoppedBy[run] = stopped.DecidedBy;
                    break;
            }
        }
    }

    /// <summary>Takes down what came of an event, or of a moment, which is told only when it led to something.</summary>
    public void Tell(DateTimeOffset at, string? name, ImmutableArray<Change> changes, SequenceId sequence, bool isInside)
    {
        foreach (var made in changes.OfType<Change.DecisionAdded>().Select(change => change.Decision))
            if (made.Sequence == sequence && made.Outcome is DecisionOutcome.Entered or DecisionOutcome.NotEntered)
            {
                var entered = made.Outcome == DecisionOutcome.Entered;
                Told.Add(new TestTold(at, name ?? "A scheduled time came", entered, made.Sentence, entered ? null : made.DecidedBy));
                return;
            }

        if (name is null) return;
        Told.Add(new TestTold(at, name, null, isInside
            ? $"“{name}” was passed to the sequence the customer is in."
            : $"No trigger in this sequence listens for “{name}”{(name == EventNames.Identify ? "" : " of this kind")}."));
    }

    public ImmutableArray<TestPath> Paths() =>
        [.. _runs.OrderBy(pair => pair.Key.Value).Select(pair => Path(pair.Value.Run, pair.Value.Why, pair.Value.Entry))];

    private TestPath Path(Enrollment run, string why, ImmutableArray<string> entry) => new(
        run.Id, run.EnteredAt, why, entry, [.. _steps.Where(step => step.Run.Enrollment == run.Id).Select(Step)],
        run.State, run.IsLive && run.Cursor != PlanStep.End ? setting.Plan.Steps[run.Cursor].Node : null,
        _stoppedBy.GetValueOrDefault(run.Id) is { } node && setting.Plan.Stops.Any(stop => stop.Node == node) ? node : null, run.EndReason,
        run.EndedAt);

    private TestStep Step((StepRun Run, string? Choice, ImmutableArray<string> Effects) done)
    {
        var (run, choice, effects) = done;
        var step = setting.Plan.Steps.First(step => step.Node == run.Node).Step;
        var sentence = Capitals.First(step.Sentence(setting.Names));
        var because = run.Because ?? choice;
        var port = run.Port ?? (run.Result == StepResult.Cancelled ? null : step.Ports is [var only] ? only : null);
        return new TestStep(
            run.Node, run.Pass, run.ArrivedAt, run.At, run.Result, port, because is null ? sentence + "." : $"{sentence}: {because}",
            effects,
            [.. _messages.Values
                .Where(message => message.Enrollment == run.Enrollment && message.Node == run.Node && message.Pass == run.Pass)
                .OrderBy(message => message.Id.Value)
                .Select(TestRunMessage.Of)]);
    }
}
