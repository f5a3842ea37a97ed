using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Real customers to look at a template with or to try a sequence on. They are read and never changed.</summary>
public sealed class CustomerSamples(ICompanyCache companies, ITurnStore turns, IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Most customers offered for a search.</summary>
    public const int MostChoices = 12;

    /// <summary>Customers whose name, email or phone has the words; the newest where nothing is typed.</summary>
    public async Task<IReadOnlyList<CustomerChoice>> FindAsync(Caller caller, string words, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        return await context.Customers.AsNoTracking()
            .Where(row => row.MergedInto == null)
            .Having(words, companies.Find(caller.Company)?.Country)
            .OrderByDescending(row => row.Id)
            .Take(MostChoices)
            .Select(row => new CustomerChoice(row.Id, row.Name, row.Email))
            .ToListAsync(cancellation);
    }

    /// <summary>All that is known of a customer of the caller's company; null when there is no such customer (any more).</summary>
    public async Task<Facts?> FactsAsync(Caller caller, CustomerId customer, CancellationToken cancellation)
    {
        if (companies.Find(caller.Company) is not { } company) return null;
        await using var context = contexts.CreateFor(caller.Company);
        var isOurs = await context.Customers.AnyAsync(row => row.Id == customer.Value && row.MergedInto == null, cancellation);
        return isOurs ? (await turns.ReadCustomerStateAsync(company, customer, cancellation))?.Facts : null;
    }
}
