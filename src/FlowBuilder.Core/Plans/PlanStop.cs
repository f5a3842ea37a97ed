using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans;

/// <summary>A Stop When and where its stop actions begin (<see cref="PlanStep.End"/>: there are none).</summary>
public sealed record PlanStop(string Node, ConditionGroup When, int FirstAction);
