using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Reads customers of a company.</summary>
public sealed class CustomerQueries(IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies)
{
    private const int MaxDecisions = 200;

    /// <summary>The customer of a userId, in whatever spelling; null when there is none.</summary>
    public async Task<CustomerId?> FindAsync(CompanyId company, string userId, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await CustomerLookup.FindAsync(context, userId, cancellation);
    }

    /// <summary>Customers that fit, the newest first, each with its number.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="range">Which part.</param>
    /// <param name="typed">Part of a name, email, phone or id.</param>
    /// <param name="tag">Only with this tag.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<(long Id, CustomerView View)>> ListAsync(
        CompanyId company, IdRange range, string? typed, string? tag, CancellationToken cancellation)
    {
        var home = companies.Find(company)!;
        await using var context = contexts.CreateFor(company);
        var rows = context.Customers.AsNoTracking()
            .Where(row => row.Id < range.Before && row.MergedInto == null)
            .Having(typed, home.Country);
        if (!string.IsNullOrWhiteSpace(tag))
        {
            var key = tag.Trim().ToUpperInvariant();
            rows = rows.Where(row => context.CustomerTags.Any(mark => mark.CustomerId == row.Id && mark.TagKey == key));
        }

        var read = await rows.OrderByDescending(row => row.Id).Take(range.Take).ToListAsync(cancellation);
        return [.. read.Select(row => row.Id).Zip(await CustomerViews.ListAsync(context, home, read, cancellation))];
    }

    /// <summary>One customer with tags and records; null when there is none of that number.</summary>
    public async Task<CustomerView?> ViewAsync(CompanyId company, CustomerId customer, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Customers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == customer.Value, cancellation) is { } row
            ? await CustomerViews.OneAsync(context, companies.Find(company)!, row, cancellation) : null;
    }

    /// <summary>Why the customer did or did not enter, stop, or get something, the newest first.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="customer">Which.</param>
    /// <param name="sequence">Only about this one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<DecisionView>> WhyAsync(
        CompanyId company, CustomerId customer, SequenceId? sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.Decisions.AsNoTracking().Where(row => row.CustomerId == customer.Value);
        if (sequence is { } id) rows = rows.Where(row => row.SequenceId == id.Value);
        var read = await rows.OrderByDescending(row => row.Id).Take(MaxDecisions).ToListAsync(cancellation);
        return [.. read.Select(
            row => new DecisionView(
                row.At, row.Outcome, row.Sentence, row.DecidedBy, row.SequenceId.ToString("D"),
                row.EnrollmentId is { } run ? RowId.Write(run) : null))];
    }

    /// <summary>The stored fields of a customer (null when there is none), and how many records there are.</summary>
    public async Task<(string? Fields, int Records)> HeldAsync(CompanyId company, CustomerId customer, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var fields = await context.Customers.AsNoTracking()
            .Where(row => row.Id == customer.Value)
            .Select(row => row.Fields)
            .FirstOrDefaultAsync(cancellation);
        return (fields, await context.Records.CountAsync(row => row.CustomerId == customer.Value, cancellation));
    }

    /// <summary>By what rows of a file name the customer.</summary>
    public async Task<ImportedPerson> PersonAsync(CompanyId company, CustomerId customer, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ImportedPerson.ReadAsync(context, customer, cancellation);
    }
}
