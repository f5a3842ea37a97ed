namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>The numbers of a sequence's drawing.</summary>
/// <param name="Standing">Who stands on each node; nodes on which nobody stands are left out.</param>
/// <param name="Today">What was done today.</param>
public sealed record SequenceNumbers(IReadOnlyDictionary<string, NodeCount> Standing, StepsToday Today);
