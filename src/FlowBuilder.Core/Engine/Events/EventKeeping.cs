using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>An event becomes part of what is known of the customer: the facts change and the
/// history keeps it. Nobody hears of it here.</summary>
internal static class EventKeeping
{
    /// <summary>Keeps one event.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="pending">The event.</param>
    /// <param name="isNews">Whether it changed the facts.</param>
    /// <returns>False: it was one of our own and would have changed nothing, so that it is dropped.</returns>
    public static bool Keep(Turn turn, PendingEvent pending, out bool isNews)
    {
        var happened = pending.Event;
        isNews = pending.Applied || Projection.Apply(turn, happened);
        if (happened.Kind != EventKind.Own) turn.Remember(happened);
        else if (isNews) turn.Record(happened);
        else return false;
        return true;
    }

    /// <summary>Keeps our own events that wait, and what they lead to in the facts: for a
    /// rehearsal, in which nobody hears of them.</summary>
    public static void KeepPending(Turn turn)
    {
        while (turn.NextPending(out var next)) Keep(turn, next, out _);
    }
}
