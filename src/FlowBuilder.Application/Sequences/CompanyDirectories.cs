using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>Reads what companies call things.</summary>
public sealed class CompanyDirectories(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>As it is now.</summary>
    public async Task<CompanyDirectory> ReadAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await CompanyDirectory.ReadAsync(context, cancellation);
    }
}
