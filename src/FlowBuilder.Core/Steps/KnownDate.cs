using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Steps;

/// <summary>What is certain of a date of the run's record when a trigger fires.</summary>
/// <param name="Property">The record's property, such as <c>start_at</c>.</param>
/// <param name="Ahead">It lies at most this far ahead; zero: it has come already.</param>
public readonly record struct KnownDate(string Property, Duration Ahead);
