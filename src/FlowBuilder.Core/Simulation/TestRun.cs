using System.Collections.Immutable;
using System.Globalization;
using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Simulation;

/// <summary>
/// Tries a drawing on one customer on a virtual clock: the very turns and interpreter of the engine, in memory. Messages are rendered and
/// listed and count as sent at once; nothing leaves, nothing is stored, and the same events give
/// the same result. Not for several threads at once.
/// </summary>
public sealed class TestRun : IIdSource, IRotation
{
    /// <summary>Steps after which it goes no further.</summary>
    public const int MostSteps = 1_000;

    private const int MostTurns = 20 * MostSteps;

    private readonly TestRunSetting _setting;
    private readonly FixedPlans _cache = new();
    private readonly TestLedger _ledger;
    private readonly TestAddresses _addresses;
    private readonly PublishedSequence _published;
    private readonly Dictionary<string, int> _rotation = [];
    private readonly Queue<Message> _sending = [];
    private CustomerState _state;
    private long _ids = 1_000_000;
    private int _turns;
    private string? _halted;

    public TestRun(TestRunSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _setting = setting;
        _ledger = new TestLedger(setting);
        _addresses = new TestAddresses(setting.Addresses);
        Now = setting.Start;
        var company = setting.Facts.Company.Id;
        _published = new PublishedSequence
        {
            Company = company, Sequence = setting.Sequence, Version = new VersionId(long.MaxValue), Number = 1, LiveNumber = 1,
            Title = setting.Title, Plan = setting.Plan, State = SequenceState.Live,
        };
        _cache.Put(_published);
        var nothing = new Plan { Hash = "", Entries = [], Steps = [], Stops = [], Settings = new SequenceSettings() };
        foreach (var (id, title) in setting.Others)
            if (SequenceId.TryParse(id, out var other) && other != setting.Sequence)
                _cache.Put(
                    _published with { Sequence = other, Version = new VersionId(long.MaxValue - ++_ids), Title = title, Plan = nothing });
        var facts = setting.Facts;
        if (setting.ForgetsEarlierRuns)
            facts = facts with { Enrollments = facts.Enrollments.RemoveAll(run => run.Sequence == setting.Sequence) };
        _state = new CustomerState
        {
            Facts = facts, LastSeq = facts.Happenings.Count == 0 ? 0 : facts.Happenings.Max(happened => happened.Seq)
        };
        Take(new TurnInput.Reschedule(_published.Version));
    }

    /// <summary>The virtual clock.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The customer as they are now.</summary>
    public Facts Facts => _state.Facts;

    /// <summary>Everything so far.</summary>
    public TestRunResult Result => new(Now, [.. _ledger.Told], _ledger.Paths(), Next(), _halted);

    /// <summary>Plays a scenario on a plan.</summary>
    public static TestRun Play(TestRunSetting setting, IEnumerable<TestEvent> events, TimeSpan watch)
    {
        var run = new TestRun(setting);
        foreach (var happening in events.OrderBy(happening => happening.After))
        {
            if (happening.After > watch) break;
            run.AdvanceTo(setting.Start + happening.After);
            run.Happen(happening.Name, happening.Properties, happening.Record);
        }

        run.AdvanceTo(setting.Start + watch);
        return run;
    }

    /// <summary>Something happens now; all that follows at once is worked off.</summary>
    /// <param name="name">See <see cref="TestEvent"/>.</param>
    /// <param name="properties">Its properties, or the fields it sets.</param>
    /// <param name="record">The record it is about; null: as the properties say, else the
    /// customer's newest of that type, else a new one.</param>
    public void Happen(string name, Properties? properties = null, RecordKey? record = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_halted is not null) return;
        if (name == EventNames.EnrolledByHand)
        {
            EnterByHand(record);
            return;
        }

        var told = properties ?? Properties.Empty;
        var happened = new CustomerEvent
        {
            Seq = ((_state.LastSeq / CustomerEvent.SeqStep) + 1) * CustomerEvent.SeqStep, Name = name,
            Kind = name == EventNames.Identify ? EventKind.Identify : EventKind.Track, At = Now, ArrivedAt = Now,
            Record = record ?? RecordOf(name, told), Properties = told, Source = "test",
        };
        var isInside = IsInside;
        _ledger.Tell(Now, name, Take(new TurnInput.Happened(happened), happened), _setting.Sequence, isInside);
        Drain();
    }

    /// <summary>Somebody puts the customer in by hand.</summary>
    public void EnterByHand(RecordKey? record = null)
    {
        if (_halted is not null) return;
        var own = new CustomerEvent
        {
            Seq = _state.LastSeq, Name = EventNames.EnrolledByHand, At = Now, ArrivedAt = Now, Record = record,
            Properties = Properties.Of("sequence", _setting.Sequence.ToString()), Source = CustomerEvent.OwnSource
        };
        _ledger.Tell(
            Now, EventNames.EnrolledByHand, Take(new TurnInput.EnrollByHand(_setting.Sequence, record, "the test run"), own),
            _setting.Sequence, isInside: false);
        Drain();
    }

    /// <summary>Moves the clock; what falls due on the way is worked off at its time, in order.</summary>
    public void Advance(TimeSpan time) => AdvanceTo(Now + time);

    /// <summary>Moves the clock to a time; one that has passed moves nothing.</summary>
    public void AdvanceTo(DateTimeOffset until)
    {
        for (Drain(); _halted is null && Due(until) is { } due; Drain()) Now = due.At > Now ? due.At : Now;
        if (_halted is null && until > Now) Now = until;
    }

    /// <summary>Moves the clock to the next moment at which something falls due. False: nothing does.</summary>
    public bool AdvanceToNext()
    {
        if (_halted is not null || Due(DateTimeOffset.MaxValue) is not { } due) return false;
        AdvanceTo(due.At);
        return true;
    }

    long IIdSource.Next() => ++_ids;

    int IRotation.Next(VersionId version, string node, int count) => (_rotation[node] = _rotation.GetValueOrDefault(node, -1) + 1) % count;

    private bool IsInside => _state.Facts.Enrollments.Any(run => run.IsLive && IsOurs(run));

    private bool IsOurs(Enrollment run) => run.Version == _published.Version;

    private NextTurn? Due(DateTimeOffset until) => NextTurn.Of(_state, until, IsOurs);

    /// <summary>Works off all that is due now.</summary>
    private void Drain()
    {
        while (_halted is null)
        {
            if (_sending.TryDequeue(out var message)) Take(new TurnInput.MessageAnswered(message.Id, new ChannelAnswer.Sent(null)));
            else if (_setting.Approves && _state.Reviews.Find(review => review.State == ReviewState.Waiting) is { } review)
                Take(new TurnInput.Approve(review.Id, review.Etag, "the test run"));
            else if (Due(Now) is not { } due) return;
            else if (due.Input is TurnInput.MomentDue moment) MomentCame(moment);
            else Take(due.Input);
            if (_ledger.StepCount >= MostSteps)
                _halted = $"Ended after {MostSteps:N0} steps: it keeps looping. Check what leads back, and add longer waits.";
            else if (_turns >= MostTurns)
                _halted = "Ended: something keeps coming due without doing anything. Check the conditions that depend only on time.";
        }
    }

    private void MomentCame(TurnInput.MomentDue moment)
    {
        var isInside = IsInside;
        var known = _state.Moments.Find(one => one.Id == moment.MomentId);
        _ledger.Tell(Now, null, Take(moment, moment: known), _setting.Sequence, isInside);
    }

    private ImmutableArray<Change> Take(TurnInput input, CustomerEvent? happened = null, ScheduledMoment? moment = null)
    {
        _turns++;
        var begun = new List<(StepBegun Step, string? Choice)>();
        var result = CustomerTurn.Apply(_state, input, new TurnContext
        {
            Now = Now, SystemNow = Now, Plans = _cache, Ids = this, Filler = _setting.Filler, Writer = _setting.Writer, Rotation = this,
            Addresses = _addresses,
            OnStep = step => begun.Add((step, Choice(step))),
            Steps = Math.Clamp(MostSteps - _ledger.StepCount, 1, TurnContext.MostSteps),
        });
        _state = result.State;
        _ledger.Write(result.Changes, begun, happened, moment, _state.Facts);
        foreach (var change in result.Changes) _addresses.Take(_state.Facts.Company.Id, change);
        foreach (var change in result.Changes)
            if (change is Change.MessageAdded { Message: { State: MessageState.Sending } added }) _sending.Enqueue(added);
            else if (change is Change.MessageChanged { Message: { State: MessageState.Sending } changed }) _sending.Enqueue(changed);
        return result.Changes;
    }

    /// <summary>Why an If / else will choose as it does: its conditions, asked of the facts it will be asked of.</summary>
    private string? Choice(StepBegun begun)
    {
        if (!IsOurs(begun.Run) || begun.At.Step is not FlowStep step || !_setting.Catalog.Knows(step)) return null;
        var c = new ConditionContext(begun.Facts, Now, begun.Run, begun.Run.Event, begun.Run.Record);
        foreach (var setting in _setting.Catalog.Of(step).Settings)
            if (setting.Property.GetValue(step) is ConditionGroup { Members.IsDefaultOrEmpty: false } when)
                return when.Holds(c)
                    ? $"yes, because {ReasonPhrases.WhyHolds(when, c, _setting.Names)}."
                    : $"no, because {ReasonPhrases.WhyNot(when, c, _setting.Names)}.";
        return null;
    }

    private RecordKey? RecordOf(string name, Properties properties)
    {
        if (EventNames.RecordTypeOf(name) is not { } type) return null;
        if (properties.Text(type + "_id") is { Length: > 0 } id) return new RecordKey(type, id);
        var known = _state.Facts.Records.Values
            .Where(record => record.Key.Type == type)
            .OrderByDescending(record => record.UpdatedAt)
            .ThenBy(record => record.Key.Id, StringComparer.Ordinal).FirstOrDefault();
        return known?.Key ?? new RecordKey(type, string.Create(CultureInfo.InvariantCulture, $"{type}-{_state.Facts.Records.Count + 1}"));
    }

    private TestNext? Next()
    {
        if (_halted is not null || Due(DateTimeOffset.MaxValue) is not { } due) return null;
        var at = EffectPhrases.At(due.At, _state.Facts.Zone);
        if (due.Input is TurnInput.MomentDue moment)
            return new TestNext(
                due.At, _state.Moments.Find(one => one.Id == moment.MomentId)?.Node, $"On {at} the customer is checked for entry.");
        var run = due.Input switch
        {
            TurnInput.Due of => _state.Facts.Enrollments.Find(run => run.Id == of.Enrollment),
            TurnInput.MessageDue of =>
                _state.Facts.Enrollments.Find(run => run.Id == _state.Facts.Messages.Find(message => message.Id == of.Message)?.Enrollment),
            _ => null,
        };
        if (run is null || run.Cursor == PlanStep.End) return new TestNext(due.At, null, $"On {at} the sequence is checked again.");
        var step = _setting.Plan.Steps[run.Cursor];
        var sentence = step.Step.Sentence(_setting.Names);
        return new TestNext(due.At, step.Node,
            due.Input is TurnInput.MessageDue ? $"On {at} it is sent: {sentence}."
            : due.At < run.DueAt || run.DueAt is null ? $"On {at} the conditions are checked again, if still here: {sentence}."
            : $"On {at} it continues after: {sentence}.");
    }
}
