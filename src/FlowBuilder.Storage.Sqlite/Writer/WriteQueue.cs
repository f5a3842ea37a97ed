namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>
/// What waits to be written, and what goes into the next commit: all that pumps and screens ask for, and of what comes in from outside no
/// more than <see cref="IntakeAtOnce"/> events, a unit from each company in turn. So one company's burst stands neither before another's
/// events nor before anybody's turns. Not safe for several threads: its owner locks.
/// </summary>
internal sealed class WriteQueue
{
    /// <summary>Events from outside in one commit; a unit is never divided.</summary>
    internal const int IntakeAtOnce = 256;

    private readonly List<WriteUnit> _others = [];
    private readonly Dictionary<int, Queue<Incoming>> _intake = [];
    private readonly Queue<int> _turns = new();

    public bool IsEmpty => _others.Count == 0 && _turns.Count == 0;

    public void Add(WriteUnit unit) => _others.Add(unit);

    /// <summary>Adds events of a company.</summary>
    public void Add(WriteUnit unit, int company, int events)
    {
        if (!_intake.TryGetValue(company, out var waiting))
        {
            _intake.Add(company, waiting = new Queue<Incoming>());
            _turns.Enqueue(company);
        }

        waiting.Enqueue(new Incoming(unit, events));
    }

    /// <summary>Moves the units of the next commit into a group, in the order in which they are to be written.</summary>
    public void TakeInto(List<WriteUnit> group)
    {
        group.AddRange(_others);
        _others.Clear();
        for (var events = 0; events < IntakeAtOnce && _turns.TryDequeue(out var company);)
        {
            var waiting = _intake[company];
            var next = waiting.Dequeue();
            group.Add(next.Unit);
            events += next.Events;
            if (waiting.Count > 0) _turns.Enqueue(company);
            else _intake.Remove(company);
        }
    }

    private readonly record struct Incoming(WriteUnit Unit, int Events);
}
