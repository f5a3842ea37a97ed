using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Mending;
using FlowBuilder.Web.Reviews;
using FlowBuilder.Web.Runs;
using FlowBuilder.Web.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Home;

/// <summary>Counts what needs somebody's eye; what is nought is not shown.</summary>
internal static class Matters
{
    /// <summary>Failures older than this, or behind so many newer messages or runs, were seen or do not matter any more.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>What runs out within it is pressing.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    private const int Newest = 10_000;

    /// <summary>What the engine set aside because something broke, for those who may see to it; null when there is nothing.</summary>
    public static async Task<Matter?> SetAsideAsync(FlowBuilderContext context, CancellationToken cancellation) =>
        await ParkedInputReading.CountAsync(context, cancellation) is > 0 and var count
            ? new Matter("matter-set-aside", count, count == 1 ? "thing was set aside because something broke" : "things were set aside because something broke", "/settings/system#set-aside") : null;

    public static async Task<IReadOnlyList<Matter>> ReadAsync(FlowBuilderContext context, string? person, bool isGated, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now - Lately;
        var reviews = await context.Reviews.CountAsync(row => row.State == ReviewState.Waiting, cancellation);
        var asked = person is null ? 0 : await context.Reviews.CountAsync(row => row.State == ReviewState.Waiting && row.AskedOf == person && row.SnoozedUntil == null, cancellation);
        var soon = now + Soon;
        var expiring = await context.Reviews.CountAsync(row => row.State == ReviewState.Waiting && row.ExpiresAt != null && row.ExpiresAt <= soon, cancellation);
        var unknown = await context.Messages.CountAsync(row => row.State == MessageState.Unknown, cancellation);
        var failed = await context.Messages.OrderByDescending(row => row.Id).Take(Newest).CountAsync(row => row.State == MessageState.Failed && row.CreatedAt >= since, cancellation);
        var ended = await context.Enrollments.OrderByDescending(row => row.Id).Take(Newest).CountAsync(row => row.State == EnrollmentState.Failed && row.EndedAt >= since, cancellation);
        var paused = await context.Sequences.CountAsync(row => row.State == SequenceState.Paused, cancellation);
        var full = person is null ? 0 : await context.Notifications.Where(row => row.UserId == person && row.Kind == NotificationKind.LimitReached && row.At >= since).SumAsync(row => row.Count, cancellation);
        var held = isGated ? await context.Enrollments.CountAsync(run => run.State <= EnrollmentState.Sending, cancellation) : 0;
        return [.. new Matter[]
        {
            new("matter-reviews", reviews, reviews == 1 ? "customer waits for approval" : "customers wait for approval", "/automations/reviews"),
            new("matter-asked", asked, asked == 1 ? "colleague's question waits for your decision" : "colleagues' questions wait for your decision", new ReviewQuery(ReviewView.Asked).Address()),
            new("matter-expiring", expiring, expiring == 1 ? "review runs out within a day" : "reviews run out within a day", new ReviewQuery(ReviewView.Expiring).Address()),
            new("matter-unknown", unknown, unknown == 1 ? "message may or may not have arrived" : "messages may or may not have arrived", ActivityQuery.PageAddress),
            new("matter-failed", failed, failed == 1 ? "message could not be sent in the last 7 days" : "messages could not be sent in the last 7 days", ActivityQuery.PageAddress),
            new("matter-broken", ended, ended == 1 ? "customer fell out of a sequence in the last 7 days: a step failed" : "customers fell out of a sequence in the last 7 days: a step failed", new ActivityQuery(State: EnrollmentState.Failed).Address()),
            new("matter-paused", paused, paused == 1 ? "sequence is paused" : "sequences are paused", new SequenceQuery(State: SequenceState.Paused).Address()),
            new("matter-full", full, full == 1 ? "customer holds as much as a customer may: what came beyond it was left out" : "customers hold as much as a customer may: what came beyond it was left out", "/notifications"),
            new("matter-held", held, held == 1 ? "customer is held: your plan has no sequences" : "customers are held: your plan has no sequences", "/settings/plan"),
        }.Where(matter => matter.Count > 0)];
    }
}
