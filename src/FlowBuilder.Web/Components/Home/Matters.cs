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
    public static AttentionItem? SetAside(int count) => count == 0 ? null
        : new AttentionItem(
            "matter-set-aside", count,
            count == 1 ? "item was set aside because something went wrong" : "items were set aside because something went wrong",
            "/settings/system#set-aside");

    public static IReadOnlyList<AttentionItem> Of(AttentionCounts counts)
    {
        return [.. new AttentionItem[]
        {
            new(
                "matter-reviews", counts.Reviews,
                counts.Reviews == 1 ? "customer is waiting for approval" : "customers are waiting for approval", "/automations/reviews"),
            new(
                "matter-asked", counts.Asked,
                counts.Asked == 1
                    ? "colleague's question is waiting for your decision"
                    : "colleagues' questions are waiting for your decision",
                new ReviewQuery(ReviewFilter.Asked).Address()),
            new(
                "matter-expiring", counts.Expiring, counts.Expiring == 1 ? "review expires within a day" : "reviews expire within a day",
                new ReviewQuery(ReviewFilter.Expiring).Address()),
            new(
                "matter-unknown", counts.Unknown,
                counts.Unknown == 1 ? "message may or may not have arrived" : "messages may or may not have arrived",
                ActivityQuery.PageAddress),
            new(
                "matter-failed", counts.Failed,
                counts.Failed == 1 ? "message could not be sent in the last 7 days" : "messages could not be sent in the last 7 days",
                ActivityQuery.PageAddress),
            new(
                "matter-broken", counts.Ended,
                counts.Ended == 1
                    ? "customer left a sequence in the last 7 days because a step failed"
                    : "customers left a sequence in the last 7 days because a step failed",
                new ActivityQuery(State: EnrollmentState.Failed).Address()),
            new(
                "matter-paused", counts.Paused, counts.Paused == 1 ? "sequence is paused" : "sequences are paused",
                new SequenceQuery(State: SequenceState.Paused).Address()),
            new(
                "matter-full", counts.Full,
                counts.Full == 1
                    ? "customer has reached a limit: anything beyond it was left out"
                    : "customers have reached a limit: anything beyond it was left out",
                "/notifications"),
            new(
                "matter-held", counts.Held,
                counts.Held == 1
                    ? "customer is held: your plan does not include sequences"
                    : "customers are held: your plan does not include sequences",
                "/settings/plan"),
        }.Where(matter => matter.Count > 0)];
    }
}
