using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// A person is forgotten: runs end, what waits is cancelled, nothing is done any more, not even tidying up. What has begun to leave cannot
/// be called back, but counts as cancelled from now on: its answer finds nobody. The rows are erased by the store, in the same commit.
/// </summary>
internal static class Erasing
{
    /// <summary>What the remains of an erased person say wherever words stood.</summary>
    public const string Reason = "The customer was erased.";

    public static TurnAnswer Erase(Turn turn)
    {
        foreach (var message in turn.Facts.Messages)
            if (message.State is MessageState.Waiting or MessageState.Sending or MessageState.Unknown)
                turn.Save(message with { State = MessageState.Cancelled, DueAt = null, RetryAt = null, Because = Reason });
        foreach (var run in turn.Facts.Enrollments)
            if (run.IsLive) turn.Save(RunProgress.Ended(run, EnrollmentState.Stopped, Reason, turn.Now));
        Consents.LeaveWithAddresses(turn);
        turn.Write(new Change.CustomerErased());
        return TurnAnswer.Ok;
    }
}
