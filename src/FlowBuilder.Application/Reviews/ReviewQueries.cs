using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Reviews;

/// <summary>Reviews of a company: its queue for people, its list for programs.</summary>
public sealed class ReviewQueries(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>A page of the queue.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="search">Which part of the queue.</param>
    /// <param name="person">Who looks; for <see cref="ReviewFilter.Asked"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ReviewPage> ReadAsync(CompanyId company, ReviewSearch search, string? person, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReviewQueue.ReadAsync(context, search, person, cancellation);
    }

    /// <summary>The sequences of which something waits, for the filter.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Title)>> SequencesAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReviewQueue.SequencesAsync(context, cancellation);
    }

    /// <summary>A review as it is now, decided or not; null when there is none of that number.</summary>
    public async Task<ReviewItem?> FindAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReviewQueue.FindAsync(context, id, cancellation);
    }

    /// <summary>Those of these numbers that still wait, the oldest first.</summary>
    public async Task<IReadOnlyList<ReviewItem>> FindAsync(CompanyId company, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReviewQueue.FindAsync(context, ids, cancellation);
    }

    /// <summary>The numbers of those that would do the same to other customers, the oldest first.</summary>
    public async Task<IReadOnlyList<long>> AlikeAsync(CompanyId company, string alike, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReviewQueue.AlikeAsync(context, alike, cancellation);
    }

    /// <summary>All reviews that fit, decided ones too, the newest first.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="range">Which part.</param>
    /// <param name="state">Only at this.</param>
    /// <param name="customer">Only of the customer with this userId.</param>
    /// <param name="sequence">Only of this sequence.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ReviewView>> ListAsync(
        CompanyId company, IdRange range, ReviewState? state, string? customer, Guid? sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.Reviews.AsNoTracking().Where(row => row.Id < range.Before);
        if (state is not null) rows = rows.Where(row => row.State == state);
        if (sequence is not null) rows = rows.Where(row => row.SequenceId == sequence);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        return await ReviewViews.OfAsync(
            context, await rows.OrderByDescending(row => row.Id).Take(range.Take).ToListAsync(cancellation), cancellation);
    }

    /// <summary>A review as programs see it; null when there is none of that number.</summary>
    public async Task<ReviewView?> ViewAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Reviews.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? (await ReviewViews.OfAsync(context, [row], cancellation))[0]
            : null;
    }

    /// <summary>The customer a review is about; null when there is none of that number.</summary>
    public async Task<CustomerId?> CustomerOfAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Reviews.AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => (long?)row.CustomerId)
            .FirstOrDefaultAsync(cancellation) is { } customer
            ? new CustomerId(customer)
            : null;
    }
}
