using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Templates;

/// <summary>A template at one revision, as stored. Texts have only <see cref="Text"/>; emails have
/// a subject, HTML, text, or both.</summary>
public sealed record TemplateVersion
{
    public required CompanyId Company { get; init; }

    public required string Key { get; init; }

    /// <summary>1 for the first; every saving makes a new one.</summary>
    public required int Revision { get; init; }

    /// <summary>What the marketer calls it.</summary>
    public required string Name { get; init; }

    public required Channel Channel { get; init; }

    public Purpose Purpose { get; init; }

    public string? Subject { get; init; }

    public string? Html { get; init; }

    /// <summary>Null for an email whose text part is made from its HTML.</summary>
    public string? Text { get; init; }
}
