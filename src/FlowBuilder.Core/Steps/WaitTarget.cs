using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Steps;

/// <summary>The moment a wait aims at, as far as its settings alone tell.</summary>
/// <param name="RecordProperty">A date of the run's record, such as <c>start_at</c>; null when it aims at something else.</param>
/// <param name="Shift">How far behind that date (negative: before it).</param>
/// <param name="At">A fixed moment; null when it aims at something else.</param>
public readonly record struct WaitTarget(string? RecordProperty, Duration Shift = default, DateTimeOffset? At = null);
