namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>
/// What waits to be written, and what goes into the next commit: everything small, and of what is large so much as <see cref="RowsAtOnce"/>, events from
/// outside and turns of pumps leading by turns, a unit from each company in turn. So nobody waits behind one company's burst, neither for another's
/// events nor for a turn, longer than one large unit takes. Whoever asks waits for the answer before asking again, so units may overtake each other;
/// a company's events never do. Not safe for several threads: its owner locks.
/// </summary>
internal sealed class WriteQueue
{
    /// <summary>Rows of one commit, about: it ends with the unit that reaches them, and a unit is never divided.</summary>
    internal const int RowsAtOnce = 1_024;

    /// <summary>A unit of so many rows is in the next commit whatever else is.</summary>
    internal const int SmallRows = 64;

    /// <summary>Rows an event from outside writes, about: itself, its id, its customer, the customer's keys.</summary>
    internal const int RowsOfEvent = 4;

    private readonly List<WriteUnit> _small = [];
    private readonly Queue<Waiting> _large = new();
    private readonly Dictionary<int, Queue<Waiting>> _intake = [];
    private readonly Queue<int> _turns = new();
    private bool _intakeLeads;

    public bool IsEmpty => _small.Count == 0 && _large.Count == 0 && _turns.Count == 0;

    /// <summary>Adds what writes about so many rows.</summary>
    public void Add(WriteUnit unit, int rows)
    {
        if (rows <= SmallRows) _small.Add(unit);
        else _large.Enqueue(new Waiting(unit, rows));
    }

    /// <summary>Adds events of a company.</summary>
    public void AddIntake(WriteUnit unit, int company, int events)
    {
        if (!_intake.TryGetValue(company, out var waiting))
        {
            _intake.Add(company, waiting = new Queue<Waiting>());
            _turns.Enqueue(company);
        }

        waiting.Enqueue(new Waiting(unit, events * RowsOfEvent));
    }

    /// <summary>Moves the units of the next commit into a group, in the order in which they are to be written.</summary>
    public void TakeInto(List<WriteUnit> group)
    {
        group.AddRange(_small);
        _small.Clear();
        var rows = 0;
        if (_intakeLeads) TakeIntake(group, ref rows);
        while (rows < RowsAtOnce && _large.TryDequeue(out var next)) Take(next, group, ref rows);
        if (!_intakeLeads) TakeIntake(group, ref rows);
        _intakeLeads = !_intakeLeads;
        TakeSmallIntake(group);
    }

    private static void Take(Waiting next, List<WriteUnit> group, ref int rows)
    {
        group.Add(next.Unit);
        rows += next.Rows;
    }

    private void TakeIntake(List<WriteUnit> group, ref int rows)
    {
        while (rows < RowsAtOnce && _turns.TryDequeue(out var company)) Take(NextOf(company), group, ref rows);
    }

    /// <summary>Each company whose next is small gets it written, however much there is already.</summary>
    private void TakeSmallIntake(List<WriteUnit> group)
    {
        for (var left = _turns.Count; left > 0; left--)
        {
            var company = _turns.Dequeue();
            if (_intake[company].Peek().Rows <= SmallRows) group.Add(NextOf(company).Unit);
            else _turns.Enqueue(company);
        }
    }

    /// <summary>Takes a company's next out and, if there is more, puts the company behind the others.</summary>
    private Waiting NextOf(int company)
    {
        var waiting = _intake[company];
        var next = waiting.Dequeue();
        if (waiting.Count > 0) _turns.Enqueue(company);
        else _intake.Remove(company);
        return next;
    }

    private readonly record struct Waiting(WriteUnit Unit, int Rows);
}
