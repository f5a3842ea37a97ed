using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Sequences;

/// <summary>A template as it was at one revision; never changed. Table <c>template_revisions</c>.</summary>
public sealed class TemplateRevisionRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public string Key { get; set; } = "";

    public int Revision { get; set; }

    public string Name { get; set; } = "";

    public Channel Channel { get; set; }

    public Purpose Purpose { get; set; }

    public string? Subject { get; set; }

    public string? Html { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public string? CreatedBy { get; set; }
}
