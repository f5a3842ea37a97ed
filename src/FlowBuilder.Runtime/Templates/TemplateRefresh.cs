using FlowBuilder.Core.Companies;
using FlowBuilder.Runtime.Pump;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Reads a company's templates again when told.</summary>
internal sealed class TemplateRefresh(TemplateShelf shelf, ITemplateSource source) : IRefreshable
{
    public Task RefreshAsync(CompanyId company, CancellationToken cancellation) => shelf.LoadAsync(source, company, cancellation);
}
