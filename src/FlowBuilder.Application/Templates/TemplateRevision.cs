using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Templates;

/// <summary>What a template said at one revision.</summary>
public sealed record TemplateRevision(
    int Revision, string Name, Channel Channel, Purpose Purpose, string? Subject, string? Html, string? Text, DateTimeOffset CreatedAt,
    string? CreatedBy);
