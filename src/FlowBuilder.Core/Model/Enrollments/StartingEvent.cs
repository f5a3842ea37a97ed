using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>The event that started a run, as conditions and templates see it (<c>event.*</c>).</summary>
public sealed record StartingEvent(string Name, DateTimeOffset At, Properties Properties);
