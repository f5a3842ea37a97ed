using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Sequences;

/// <summary>A template as it is now. Table <c>templates</c>.</summary>
public sealed class TemplateRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public Channel Channel { get; set; }

    public Purpose Purpose { get; set; }

    /// <summary>1 for the first; each save makes a new one.</summary>
    public int Revision { get; set; }

    public string? Subject { get; set; }

    public string? Html { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }
}
