using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>Counts what became of a sequence's customers.</summary>
public sealed class SequenceCounting(IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans)
{
    /// <summary>Null when the company has no such sequence.</summary>
    public async Task<SequenceSums?> ReadAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        if (!await context.Sequences.AnyAsync(row => row.Id == sequence.Value, cancellation)) return null;
        var versions = await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == sequence.Value)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        var runs = context.Enrollments.AsNoTracking().Where(run => versions.Contains(run.VersionId));
        var enrollments = await runs.GroupBy(run => run.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var messages = await context.Messages.AsNoTracking()
            .Where(message => message.SequenceId == sequence.Value)
            .GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return new SequenceSums(enrollments, messages, await NodeCounts.ReadAsync(context, plans, company, sequence, cancellation));
    }
}
