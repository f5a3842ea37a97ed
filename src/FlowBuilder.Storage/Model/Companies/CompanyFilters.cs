using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Companies;

/// <summary>Gives every company-owned row the filter on the context's company.</summary>
internal static class CompanyFilters
{
    public static void Build(ModelBuilder model, FlowBuilderContext context)
    {
        // EF replaces a context captured as a constant by the one that runs the query.
        Expression<Func<int>> current = () => context.CompanyNumber;
        foreach (var type in model.Model.GetEntityTypes())
        {
            var owner = type.ClrType == typeof(CompanyRow) ? nameof(CompanyRow.Id)
                : typeof(ICompanyOwned).IsAssignableFrom(type.ClrType) ? nameof(ICompanyOwned.CompanyId) : null;
            if (owner is null) continue;
            var row = Expression.Parameter(type.ClrType, "row");
            type.SetQueryFilter(
                FlowBuilderContext.CompanyFilter, Expression.Lambda(Expression.Equal(Expression.Property(row, owner), current.Body), row));
        }
    }
}
