using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Status;

/// <summary>Sums over the whole installation, without anything that tells companies apart. For the status page and readiness.</summary>
internal sealed class WorkCounts(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Messages of which nobody knows whether they left.</summary>
    public async Task<int> UnknownMessagesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Messages.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).CountAsync(row => row.State == MessageState.Unknown, cancellation);
    }

    /// <summary>Sequences, runs and messages by state; and customers.</summary>
    public async Task<WorkSums> SumAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new WorkSums(
            await context.Customers.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).CountAsync(cancellation),
            await context.Sequences.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation),
            await context.Enrollments.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation),
            await context.Messages.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation));
    }
}

/// <summary>Sums by state.</summary>
internal sealed record WorkSums(
    int Customers, IReadOnlyDictionary<SequenceState, int> Sequences, IReadOnlyDictionary<EnrollmentState, int> Enrollments, IReadOnlyDictionary<MessageState, int> Messages);
