using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Templates;

/// <summary>A template as it is now.</summary>
public sealed record TemplateView(
    string Key, string Name, Channel Channel, Purpose Purpose, string? Subject, string? Html, string Text, int Revision,
    DateTimeOffset UpdatedAt, string? UpdatedBy);
