using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Status;

/// <summary>Sums for the system page and readiness.</summary>
public sealed class WorkCounts(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Messages of which nobody knows whether they left.</summary>
    public async Task<int> UnknownMessagesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Messages
            .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter])
            .CountAsync(row => row.State == MessageState.Unknown, cancellation);
    }

    /// <summary>Sequences, runs and messages of a company by state; and customers.</summary>
    public async Task<WorkSums> SumAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return new WorkSums(
            await context.Customers.CountAsync(cancellation),
            await context.Sequences
                .GroupBy(row => row.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation),
            await context.Enrollments
                .GroupBy(row => row.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation),
            await context.Messages
                .GroupBy(row => row.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation));
    }
}

/// <summary>Sums by state.</summary>
public sealed record WorkSums(
    int Customers, IReadOnlyDictionary<SequenceState, int> Sequences, IReadOnlyDictionary<EnrollmentState, int> Enrollments,
    IReadOnlyDictionary<MessageState, int> Messages);
