using System.Collections.Concurrent;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Caching;

/// <summary>Settings and people of the companies, read at start and again when told; looking one up reads nothing.</summary>
internal sealed class CompanyCache(IDbContextFactory<FlowBuilderContext> contexts) : ICompanyCache, ICompanyCountries, IReloadable
{
    private readonly ConcurrentDictionary<CompanyId, Company> _companies = [];

    /// <inheritdoc />
    public Company? Find(CompanyId company) => _companies.GetValueOrDefault(company);

    /// <inheritdoc />
    public string? CountryOf(CompanyId company) => Find(company)?.Country;

    /// <inheritdoc />
    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Companies.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == company.Value, cancellation);
        if (row is null)
        {
            _companies.TryRemove(company, out _);
            return;
        }

        var users = await context.Users.IgnoreQueryFilters().AsNoTracking()
            .Where(user => user.CompanyId == company.Value)
            .ToListAsync(cancellation);
        _companies[company] = row.ToCompany(users);
    }
}
