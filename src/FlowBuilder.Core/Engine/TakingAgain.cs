using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Engine;

/// <summary>
/// An input that broke its turn was set aside, and the thing that was due was put off or closed meanwhile. Before it is taken again, the
/// thing is due once more.
/// </summary>
public static class TakingAgain
{
    /// <summary>How long what was due is put off when its turn broke.</summary>
    public static readonly TimeSpan PutOff = TimeSpan.FromMinutes(10);

    internal static void Prepare(Turn turn, TurnInput input)
    {
        switch (input)
        {
            case TurnInput.Due { Enrollment: var id } when turn.Run(id) is { IsLive: true } run:
                turn.Save(run with { DueAt = Now(turn, run.DueAt), WatchAt = Now(turn, run.WatchAt) });
                break;
            case TurnInput.MomentDue { MomentId: var id } when turn.Moments.Find(moment => moment.Id == id) is { } moment:
                turn.Remove(moment);
                turn.Add(moment with { At = turn.Now });
                break;
            case TurnInput.MessageDue { Message: var id } when turn.Message(id) is { State: MessageState.Failed } message:
                turn.Save(message with { State = MessageState.Waiting, DueAt = turn.Now, RetryAt = null, Because = null });
                break;
        }
    }

    /// <summary>What was put off is due now; a wait that goes on for longer than that was never due.</summary>
    private static DateTimeOffset? Now(Turn turn, DateTimeOffset? due) => due <= turn.Now + PutOff ? turn.Now : due;
}
