namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>A draft to take along.</summary>
/// <param name="Title">Of the sequence.</param>
/// <param name="Document">The sequence document as JSON text, with the names of what it refers to.</param>
public sealed record ExportedSequence(string Title, string Document);
