using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Where templates are stored: every revision of every template of a company that may still be asked for.</summary>
public interface ITemplateSource
{
    /// <summary>On the caller's thread, for a company asked for the first time.</summary>
    IReadOnlyList<TemplateVersion> Read(CompanyId company);

    /// <summary>The same, for a company that is refreshed.</summary>
    Task<IReadOnlyList<TemplateVersion>> ReadAsync(CompanyId company, CancellationToken cancellation);
}
