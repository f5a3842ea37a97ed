using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage;

/// <summary>The company a request or circuit works for; one per scope. The scoped
/// <see cref="Model.FlowBuilderContext"/> takes its filter from here.</summary>
public sealed class CurrentCompany
{
    /// <summary>Null until the caller is known: no rows are seen.</summary>
    public CompanyId? Id { get; set; }
}
