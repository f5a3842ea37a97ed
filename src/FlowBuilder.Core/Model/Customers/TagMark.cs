namespace FlowBuilder.Core.Model.Customers;

/// <summary>Who set a tag: the event source whose <c>tags</c> list may take it away again, or null for sequences and people.</summary>
public readonly record struct TagMark(string? Source);
