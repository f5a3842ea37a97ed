using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers.Merging;

/// <summary>Reads what a person looks at before two customers are merged.</summary>
public sealed class MergeCandidates(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>A customer of the caller's company; null when there is none of that number (any more).</summary>
    public async Task<MergeCandidate?> ReadAsync(Caller caller, long number, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await context.Customers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == number && row.MergedInto == null, cancellation) is not { } row)
            return null;
        var tags = await context.CustomerTags.AsNoTracking()
            .Where(tag => tag.CustomerId == number)
            .Select(tag => tag.Tag)
            .ToListAsync(cancellation);
        var records =
            await context.Records.CountAsync(record => record.CustomerId == number && record.Type != EventNames.ToDoRecord, cancellation);
        var toDos =
            await context.Records.CountAsync(record => record.CustomerId == number && record.Type == EventNames.ToDoRecord, cancellation);
        var runs = await context.Enrollments.CountAsync(run => run.CustomerId == number && run.State < EnrollmentState.Done, cancellation);
        return new MergeCandidate(
            number, row.UserId, row.Name, row.Email, row.Phone, row.Status, [.. tags.Order(StringComparer.OrdinalIgnoreCase)], records,
            toDos, runs, row.AddedAt ?? row.CreatedAt);
    }
}
