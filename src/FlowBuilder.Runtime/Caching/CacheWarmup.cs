using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FlowBuilder.Runtime.Caching;

/// <summary>Reads settings, plans and templates of every company before the pumps start.</summary>
internal sealed class CacheWarmup(IDbContextFactory<FlowBuilderContext> contexts, IEnumerable<IReloadable> caches) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var company in await context.Companies.IgnoreQueryFilters().Select(row => row.Id).ToListAsync(cancellationToken))
            foreach (var cache in caches) await cache.RefreshAsync(new CompanyId(company), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
