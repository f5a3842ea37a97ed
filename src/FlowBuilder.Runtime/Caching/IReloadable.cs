using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Caching;

/// <summary>Something held in memory that must be read again when a company's settings, plans or templates change.</summary>
public interface IReloadable
{
    Task RefreshAsync(CompanyId company, CancellationToken cancellation);
}
