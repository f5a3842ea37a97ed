using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>Reviews that wait for a person while their run goes on.</summary>
internal static class OpenReviews
{
    /// <summary>The run goes another way: what waits for a person about it is over.</summary>
    public static void End(Turn turn, Enrollment run, string note)
    {
        foreach (var review in turn.Reviews)
            if (review.Enrollment == run.Id && review.State == ReviewState.Waiting)
                turn.Save(review with { State = ReviewState.Ended, DecidedAt = turn.Now, Note = note });
    }
}
