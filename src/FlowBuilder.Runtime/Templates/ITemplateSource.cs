using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Where templates are stored: every revision of every template of a company that may still be asked for.</summary>
public interface ITemplateSource
{
    /// <summary>All of a company.</summary>
    Task<IReadOnlyList<TemplateVersion>> ReadAsync(CompanyId company, CancellationToken cancellation);
}
