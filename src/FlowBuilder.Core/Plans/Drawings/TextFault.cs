namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>What is wrong with a text with merge fields that stands in a step.</summary>
/// <param name="Code"><c>heavy-text</c>, <c>broken-text</c>, <c>unknown-field</c> or <c>not-json</c>.</param>
/// <param name="IsError">Whether it cannot go live like that.</param>
/// <param name="Words">For its author.</param>
public sealed record TextFault(string Code, bool IsError, string Words);
