using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Companies;

/// <summary>The companies' settings and people, held in memory; read again when told.</summary>
public interface ICompanyShelf
{
    /// <summary>A company's settings as last read; null when there is none of that id.</summary>
    Company? Find(CompanyId company);

    /// <summary>Reads a company again.</summary>
    Task RefreshAsync(CompanyId company, CancellationToken cancellation);
}
