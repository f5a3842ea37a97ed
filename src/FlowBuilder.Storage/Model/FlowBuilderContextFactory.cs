using FlowBuilder.Core.Model.Ids;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model;

/// <summary>Shortcuts on the factory of contexts.</summary>
public static class FlowBuilderContextFactory
{
    /// <summary>A context for one company.</summary>
    public static FlowBuilderContext CreateFor(this IDbContextFactory<FlowBuilderContext> factory, CompanyId company)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var context = factory.CreateDbContext();
        context.CurrentCompany = company;
        return context;
    }
}
