using FlowBuilder.Core.Engine.Entering;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Engine.Waiting;
using FlowBuilder.Core.Model.Events;

namespace FlowBuilder.Core.Engine;

/// <summary>An event, and everything that follows from it, in order and within one turn: what is
/// known changes, stops are judged, waits are asked, sequences entered.</summary>
internal static class EventProcessing
{
    /// <summary>Works off an event from the inbox, and everything that follows from it.</summary>
    public static void Process(Turn turn, CustomerEvent happened)
    {
        Process(turn, turn.Received(happened));
        DrainPending(turn);
    }

    /// <summary>Works off our own events that wait, in the order in which they were raised.</summary>
    public static void DrainPending(Turn turn)
    {
        while (turn.NextPending(out var next)) Process(turn, next);
    }

    private static void Process(Turn turn, PendingEvent pending)
    {
        var happened = pending.Event;
        var before = pending.Before ?? turn.Facts;
        if (!EventKeeping.Keep(turn, pending, out var isNews)) return;
        turn.MoveFacts();
        Stops.OnEvent(turn);
        Waits.OnEvent(turn, happened);
        if (isNews) Entry.OnEvent(turn, happened, before);
    }
}
