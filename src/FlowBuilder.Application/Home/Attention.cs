using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Home;

/// <summary>Counts what needs somebody's eye.</summary>
public sealed class Attention(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Failures older than this, or behind so many newer messages or runs, were seen or do not matter any more.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>What runs out within it is pressing.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    private const int Newest = 10_000;

    /// <param name="company">Whose.</param>
    /// <param name="person">Who looks; null: no person.</param>
    /// <param name="isGated">The company's plan has no sequences.</param>
    /// <param name="now">Product time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AttentionCounts> ReadAsync(
        CompanyId company, string? person, bool isGated, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var since = now - Lately;
        var reviews = await context.Reviews.CountAsync(row => row.State == ReviewState.Waiting, cancellation);
        var asked = person is null
            ? 0
            : await context.Reviews.CountAsync(
                row => row.State == ReviewState.Waiting && row.AskedOf == person && row.SnoozedUntil == null, cancellation);
        var soon = now + Soon;
        var expiring = await context.Reviews.CountAsync(
            row => row.State == ReviewState.Waiting && row.ExpiresAt != null && row.ExpiresAt <= soon, cancellation);
        var unknown = await context.Messages.CountAsync(row => row.State == MessageState.Unknown, cancellation);
        var failed = await context.Messages
            .OrderByDescending(row => row.Id)
            .Take(Newest)
            .CountAsync(row => row.State == MessageState.Failed && row.CreatedAt >= since, cancellation);
        var ended = await context.Enrollments
            .OrderByDescending(row => row.Id)
            .Take(Newest)
            .CountAsync(row => row.State == EnrollmentState.Failed && row.EndedAt >= since, cancellation);
        var paused = await context.Sequences.CountAsync(row => row.State == SequenceState.Paused, cancellation);
        var full = person is null
            ? 0
            : await context.Notifications
                .Where(row => row.UserId == person && row.Kind == NotificationKind.LimitReached && row.At >= since)
                .SumAsync(row => row.Count, cancellation);
        var held = isGated ? await context.Enrollments.CountAsync(run => run.State <= EnrollmentState.Sending, cancellation) : 0;
        return new AttentionCounts(reviews, asked, expiring, unknown, failed, ended, paused, full, held);
    }
}
