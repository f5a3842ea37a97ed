namespace FlowBuilder.Application.Sequences.Drafts;

/// <summary>Something to choose from a list.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is shown.</param>
public sealed record Choice(string Value, string Label);
