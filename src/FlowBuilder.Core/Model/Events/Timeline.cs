using System.Collections;
using System.Runtime.CompilerServices;

namespace FlowBuilder.Core.Model.Events;

/// <summary>
/// What a customer has been through, newest last. Immutable, but those that grew from one another share one array: adding writes behind the
/// last, which no older timeline sees. Only when somebody else has written there already, or there is no room, is it copied.
/// </summary>
[CollectionBuilder(typeof(Timeline), nameof(Of))]
public sealed class Timeline : IReadOnlyList<HistoryEvent>
{
    private const int Smallest = 8;

    private readonly Row _row;
    private readonly int _start;

    private Timeline(Row row, int start, int count) => (_row, _start, Count) = (row, start, count);

    /// <summary>Nothing yet.</summary>
    public static Timeline Empty { get; } = new(new Row([], 0), 0, 0);

    /// <inheritdoc />
    public int Count { get; }

    public bool IsEmpty => Count == 0;

    /// <inheritdoc />
    public HistoryEvent this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _row.Places[_start + index];
        }
    }

    /// <summary>A timeline of these, newest last.</summary>
    public static Timeline Of(ReadOnlySpan<HistoryEvent> happenings) =>
        happenings.IsEmpty ? Empty : new(new Row(happenings.ToArray(), happenings.Length), 0, happenings.Length);

    /// <summary>The same with one more at its end.</summary>
    public Timeline Add(HistoryEvent newest)
    {
        var end = _start + Count;
        if (end < _row.Places.Length && _row.TryClaim(end))
        {
            _row.Places[end] = newest;
            return new(_row, _start, Count + 1);
        }

        var places = new HistoryEvent[Math.Max(Smallest, Count + (Count / 4) + 1)];
        Array.Copy(_row.Places, _start, places, 0, Count);
        places[Count] = newest;
        return new(new Row(places, Count + 1), 0, Count + 1);
    }

    /// <summary>The newest so many.</summary>
    public Timeline Newest(int most) => Count <= most ? this : new(_row, _start + Count - most, most);

    /// <inheritdoc />
    public IEnumerator<HistoryEvent> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return _row.Places[_start + index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An array and how much of it is taken.</summary>
    private sealed class Row(HistoryEvent[] places, int taken)
    {
        private int _taken = taken;

        public HistoryEvent[] Places => places;

        /// <returns>False when another timeline has gone on from here.</returns>
        public bool TryClaim(int place) => Interlocked.CompareExchange(ref _taken, place + 1, place) == place;
    }
}
