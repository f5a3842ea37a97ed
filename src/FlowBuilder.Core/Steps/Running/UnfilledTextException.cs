namespace FlowBuilder.Core.Steps.Running;

/// <summary>A text of a step could not be filled in: the step fails, and its history says why.</summary>
/// <param name="because">Why, as a sentence for a marketer.</param>
public sealed class UnfilledTextException(string because) : Exception(because);
