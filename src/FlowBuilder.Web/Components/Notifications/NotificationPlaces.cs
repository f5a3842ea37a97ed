using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Components.Sequences.List;

namespace FlowBuilder.Web.Components.Notifications;

/// <summary>Where notifications are read, and where each of them leads.</summary>
internal static class NotificationPlaces
{
    public const string PageAddress = "/notifications";

    /// <summary>Where what it tells of is looked at.</summary>
    public static string Of(NotificationLine line) => line switch
    {
        { Kind: NotificationKind.ReviewWaiting, Count: > 1 } => new ReviewQuery(Sequence: line.Sequence).Address(),
        { Review: { } review } => new ReviewQuery(Open: review).Address(),
        { Kind: NotificationKind.EnrollmentFailed } => new ActivityQuery(Sequence: line.Sequence, State: EnrollmentState.Failed).Address(),
        { Kind: NotificationKind.SequencePaused, Sequence: { } sequence } => $"{SequenceQuery.PageAddress}/{sequence}",
        _ => new ActivityQuery(Sequence: line.Sequence).Address(),
    };
}
