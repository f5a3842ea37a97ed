using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Simulation;

namespace FlowBuilder.Testing.Pure;

/// <summary>One customer of a <see cref="PureEngine"/>: what is told of them, what people do, what came of it.</summary>
public sealed class PureCustomer
{
    private readonly PureEngine _engine;

    internal PureCustomer(PureEngine engine, Customer customer)
    {
        _engine = engine;
        Rows = new PureRows(customer);
        State = Rows.Read(engine.Company, engine.Now);
    }

    public CustomerState State { get; internal set; }

    public PureRows Rows { get; }

    public Facts Facts => State.Facts;

    /// <summary>The newest run of a sequence, or of any.</summary>
    public Enrollment? Run(PublishedSequence? sequence = null) => Runs(sequence).LastOrDefault();

    public IEnumerable<Enrollment> Runs(PublishedSequence? sequence = null) =>
        Rows.Runs.Where(run => sequence is null || run.Sequence == sequence.Sequence).OrderBy(run => run.Id.Value);

    /// <summary>The steps done, as <c>node result</c>.</summary>
    public IReadOnlyList<string> Steps =>
        [.. Rows.StepRuns.Select(step => step.Result == StepResult.Done ? step.Node : $"{step.Node} {step.Result}")];

    public IReadOnlyList<string> Tags => [.. Facts.Customer.Tags.Keys];

    /// <summary>Templates of the messages sent, in order.</summary>
    public IReadOnlyList<string> Sent =>
        [.. Rows.Messages
            .Where(message => message.State == MessageState.Sent)
            .OrderBy(message => message.Id.Value)
            .Select(message => message.Template ?? message.To)];

    /// <summary>Sentences of the ledger with this outcome.</summary>
    public IReadOnlyList<string> Decided(DecisionOutcome outcome) =>
        [.. Rows.Decisions.Where(decision => decision.Outcome == outcome).Select(decision => decision.Sentence)];

    /// <summary>Names of our own events so far.</summary>
    public IReadOnlyList<string> Raised => [.. Rows.Events.Where(one => one.Kind == EventKind.Own).Select(one => one.Name)];

    public Message LastMessage => Rows.Messages.MaxBy(message => message.Id.Value)!;

    public Review Review => Rows.Reviews.MaxBy(review => review.Id.Value)!;

    /// <summary>A track call, worked off with all that follows at once.</summary>
    public void Track(string name, object? properties = null, DateTimeOffset? at = null, RecordKey? record = null, bool imported = false)
    {
        Tell(name, properties, at, record, imported);
        _engine.Drain();
    }

    /// <summary>A track call that lies in the inbox until somebody drains.</summary>
    public void Tell(string name, object? properties = null, DateTimeOffset? at = null, RecordKey? record = null, bool imported = false)
    {
        var told = Read(properties);
        var type = EventNames.RecordTypeOf(name);
        var key = record ?? (type is not null && told.Text(type + "_id") is { } id ? new RecordKey(type, id) : null);
        _engine.Accept(
            this,
            new CustomerEvent
            {
                Seq = 0, Name = name, At = at ?? _engine.Now, ArrivedAt = _engine.Now, Record = key, Properties = told, Source = "crm",
                Imported = imported
            });
    }

    public void Identify(
        object traits, string source = "crm", DateTimeOffset? at = null, bool imported = false, EventKind kind = EventKind.Identify)
    {
        _engine.Accept(
            this,
            new CustomerEvent
            {
                Seq = 0, Name = kind.ToString(), Kind = kind, At = at ?? _engine.Now, ArrivedAt = _engine.Now, Properties = Read(traits),
                Source = source, Imported = imported
            });
        _engine.Drain();
    }

    /// <summary>A person, a channel or the engine asks for a turn; all that follows is worked off.</summary>
    public TurnAnswer Ask(TurnInput input)
    {
        var answer = Take(input);
        _engine.Drain();
        return answer;
    }

    /// <summary>Just this turn.</summary>
    public TurnAnswer Take(TurnInput input)
    {
        TurnAnswer? answer;
        do answer = _engine.Turn(this, input); while (answer is null);
        return answer;
    }

    internal (PureCustomer Customer, TurnInput Input, DateTimeOffset At)? FirstDue(DateTimeOffset until) =>
        NextTurn.Of(State, until, hasCapacity: _engine.HasCapacity) is { } due ? (this, due.Input, due.At) : null;

    private static Properties Read(object? value) => value switch
    {
        null => Properties.Empty,
        Properties properties => properties,
        string json => Properties.Parse(json),
        _ => Properties.Of(JsonSerializer.SerializeToElement(value)),
    };
}
