using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People;

/// <summary>At which companies a sign-in works.</summary>
public sealed class Memberships(IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies)
{
    /// <summary>The companies by name; a person who was removed from one is not counted there.</summary>
    public async Task<IReadOnlyList<Company>> OfAsync(Guid account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ids = await context.Users
            .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter])
            .Where(row => row.AccountId == account && row.RemovedAt == null)
            .Select(row => row.CompanyId).Distinct().ToListAsync(cancellation);
        return [.. ids.Select(id => companies.Find(new CompanyId(id)))
            .OfType<Company>()
            .OrderBy(company => company.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
