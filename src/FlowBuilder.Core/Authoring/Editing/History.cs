namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>What can be undone and done again, newest last, bounded: beyond <see cref="Most"/>
/// edits, or when very large drawings fill it, the oldest are forgotten.</summary>
public sealed class History
{
    /// <summary>Edits remembered at most.</summary>
    public const int Most = 500;

    private const int Fewest = 20;
    private const int MostWeight = 2_000_000;

    private readonly List<HistoryEntry> _done = [];
    private readonly List<HistoryEntry> _undone = [];
    private int _weight;

    /// <summary>What can be undone, the next one last.</summary>
    public IReadOnlyList<HistoryEntry> Done => _done;

    /// <summary>What can be done again, the next one last.</summary>
    public IReadOnlyList<HistoryEntry> Undone => _undone;

    /// <summary>Notes a new edit; what had been undone can no longer be done again.</summary>
    internal void Add(HistoryEntry entry)
    {
        _undone.Clear();
        if (entry.GoesOn is { } goesOn && _done.Count > 0 && _done[^1].GoesOn == goesOn && ReferenceEquals(_done[^1].After, entry.Before))
        {
            entry = entry with { Title = _done[^1].Title, Before = _done[^1].Before };
            Remove();
        }

        _done.Add(entry);
        _weight += entry.Weight;
        while (_done.Count > Most || (_weight > MostWeight && _done.Count > Fewest))
        {
            _weight -= _done[0].Weight;
            _done.RemoveAt(0);
        }
    }

    /// <summary>The next edit of the gesture is an undo of its own.</summary>
    internal void EndGesture()
    {
        if (_done.Count > 0 && _done[^1].GoesOn is not null) _done[^1] = _done[^1] with { GoesOn = null };
    }

    internal void Undo()
    {
        _undone.Add(_done[^1] with { GoesOn = null });
        Remove();
    }

    internal void Redo()
    {
        var entry = _undone[^1];
        _undone.RemoveAt(_undone.Count - 1);
        _done.Add(entry);
        _weight += entry.Weight;
    }

    private void Remove()
    {
        _weight -= _done[^1].Weight;
        _done.RemoveAt(_done.Count - 1);
    }
}
