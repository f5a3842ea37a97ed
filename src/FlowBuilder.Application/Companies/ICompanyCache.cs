using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Companies;

/// <summary>The companies' settings and people, held in memory; read again when told.</summary>
public interface ICompanyCache
{
    /// <summary>A company's settings as last read; null when none of that id has been read. Reads nothing.</summary>
    Company? Find(CompanyId company);

    /// <summary>Reads a company, for the first time after it was made or again.</summary>
    Task RefreshAsync(CompanyId company, CancellationToken cancellation);
}
