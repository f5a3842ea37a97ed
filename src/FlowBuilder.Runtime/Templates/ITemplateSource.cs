using FlowBuilder.Core.Companies;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Where templates are stored.</summary>
public interface ITemplateSource
{
    /// <summary>Every revision of every template of a company that may still be asked for.</summary>
    Task<IReadOnlyList<TemplateVersion>> ReadAsync(CompanyId company, CancellationToken cancellation);
}
