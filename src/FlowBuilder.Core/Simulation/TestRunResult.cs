using System.Collections.Immutable;

namespace FlowBuilder.Core.Simulation;

/// <summary>A test run as it is so far.</summary>
/// <param name="Now">The virtual clock.</param>
/// <param name="Told">The events, and what came of each.</param>
/// <param name="Paths">The customer's ways through the sequence, one for each time they entered.</param>
/// <param name="Next">What comes next by the clock alone; null when only an event can move anything.</param>
/// <param name="Halted">Why it goes no further; null when it does.</param>
public sealed record TestRunResult(
    DateTimeOffset Now, ImmutableArray<TestTold> Told, ImmutableArray<TestPath> Paths, TestNext? Next, string? Halted);

/// <summary>An event, or a moment that came, and what it led to.</summary>
/// <param name="At">When.</param>
/// <param name="Name">The event.</param>
/// <param name="Entered">Whether the customer entered; null when this sequence does not answer to it.</param>
/// <param name="Sentence">Why, or why not.</param>
/// <param name="Node">The node that decided against it.</param>
public sealed record TestTold(DateTimeOffset At, string Name, bool? Entered, string Sentence, string? Node = null);

/// <summary>What the clock brings next.</summary>
/// <param name="At">When.</param>
/// <param name="Node">The node it is about; null for an entry.</param>
/// <param name="Sentence">What, and when in the customer's zone.</param>
public sealed record TestNext(DateTimeOffset At, string? Node, string Sentence);
