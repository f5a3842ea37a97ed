using FlowBuilder.Application.Home;
using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Components.Sequences.List;

namespace FlowBuilder.Web.Components.Home;

/// <summary>Says what needs somebody's eye, and where it is seen to; what is nought is not shown.</summary>
internal static class Matters
{
    /// <summary>What the engine set aside because something broke, for those who may see to it; null when there is nothing.</summary>
    public static Matter? SetAside(int count) => count == 0 ? null
        : new Matter("matter-set-aside", count, count == 1 ? "thing was set aside because something broke" : "things were set aside because something broke", "/settings/system#set-aside");

    public static IReadOnlyList<Matter> Of(AttentionCounts counts)
    {
        return [.. new Matter[]
        {
            new("matter-reviews", counts.Reviews, counts.Reviews == 1 ? "customer waits for approval" : "customers wait for approval", "/automations/reviews"),
            new("matter-asked", counts.Asked, counts.Asked == 1 ? "colleague's question waits for your decision" : "colleagues' questions wait for your decision", new ReviewQuery(ReviewFilter.Asked).Address()),
            new("matter-expiring", counts.Expiring, counts.Expiring == 1 ? "review runs out within a day" : "reviews run out within a day", new ReviewQuery(ReviewFilter.Expiring).Address()),
            new("matter-unknown", counts.Unknown, counts.Unknown == 1 ? "message may or may not have arrived" : "messages may or may not have arrived", ActivityQuery.PageAddress),
            new("matter-failed", counts.Failed, counts.Failed == 1 ? "message could not be sent in the last 7 days" : "messages could not be sent in the last 7 days", ActivityQuery.PageAddress),
            new("matter-broken", counts.Ended, counts.Ended == 1 ? "customer fell out of a sequence in the last 7 days: a step failed" : "customers fell out of a sequence in the last 7 days: a step failed", new ActivityQuery(State: EnrollmentState.Failed).Address()),
            new("matter-paused", counts.Paused, counts.Paused == 1 ? "sequence is paused" : "sequences are paused", new SequenceQuery(State: SequenceState.Paused).Address()),
            new("matter-full", counts.Full, counts.Full == 1 ? "customer holds as much as a customer may: what came beyond it was left out" : "customers hold as much as a customer may: what came beyond it was left out", "/notifications"),
            new("matter-held", counts.Held, counts.Held == 1 ? "customer is held: your plan has no sequences" : "customers are held: your plan has no sequences", "/settings/plan"),
        }.Where(matter => matter.Count > 0)];
    }
}
