using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>
/// What a turn in the making gathers. A thread's turns use one room after the other, so that a turn costs what it decides and not the lists
/// it is gathered in; a turn within a turn (a preview) has its own, and that of a turn which broke is left to the collector.
/// </summary>
internal sealed class TurnBuffers
{
    /// <summary>One huge turn must not hold its room for ever.</summary>
    private const int MostKept = 256;

    [ThreadStatic] private static TurnBuffers? _spare;

    private TurnBuffers()
    {
    }

    /// <summary>Rows decided so far.</summary>
    public List<Change> Changes { get; } = new(16);

    /// <summary>Events of our own still to be worked off.</summary>
    public Queue<PendingEvent> Pending { get; } = new();

    /// <summary>Runs set going.</summary>
    public Queue<EnrollmentId> Walking { get; } = new();

    /// <summary>An empty room, until it is returned.</summary>
    public static TurnBuffers Take()
    {
        var room = _spare ?? new TurnBuffers();
        _spare = null;
        return room;
    }

    /// <summary>Nothing in it is needed any more.</summary>
    public void Return()
    {
        if (Changes.Capacity > MostKept || Pending.Capacity > MostKept) return;
        Changes.Clear();
        Pending.Clear();
        Walking.Clear();
        _spare = this;
    }
}

/// <summary>An event of our own that waits to be worked off.</summary>
/// <param name="Event">What happens.</param>
/// <param name="Applied">It has been done to the facts already.</param>
/// <param name="Before">The facts before, where no other event tells of the change.</param>
internal readonly record struct PendingEvent(CustomerEvent Event, bool Applied, Facts? Before);
