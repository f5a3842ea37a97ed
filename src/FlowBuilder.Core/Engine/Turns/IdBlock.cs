namespace FlowBuilder.Core.Engine.Turns;

/// <summary>Ids handed to a turn, or to the turns of one batch. Not safe for several threads.</summary>
public sealed class IdBlock : IIdSource
{
    private readonly long _first;
    private long _next;

    /// <summary>A block.</summary>
    /// <param name="first">The first of its ids.</param>
    /// <param name="end">The one behind the last.</param>
    public IdBlock(long first, long end) => (_first, _next, End) = (first, first, end);

    /// <summary>The one behind the last.</summary>
    public long End { get; }

    /// <summary>How many there were at first.</summary>
    public long Size => End - _first;

    /// <summary>How many were drawn.</summary>
    public long Used => _next - _first;

    /// <inheritdoc />
    /// <exception cref="IdsUsedUpException">None is left: the turn is to be taken again with a larger block.</exception>
    public long Next() => _next < End
        ? _next++
        : throw new IdsUsedUpException($"All {Size:N0} ids of the block are drawn. Take the turn again with a larger one.");

    /// <summary>Draws all that are left.</summary>
    /// <returns>The first of them; <see cref="End"/> when there is none.</returns>
    public long TakeRest()
    {
        var rest = _next;
        _next = End;
        return rest;
    }
}
