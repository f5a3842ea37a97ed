using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Steps;

/// <summary>A yes/no question on facts: a <see cref="ConditionStep"/> or a <see cref="ConditionGroup"/> of them.</summary>
public abstract record Condition : Step
{
    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(ConditionContext c);

    /// <summary>
    /// The next instant after <see cref="ConditionContext.Now"/> at which the answer may turn by the passing of time alone;
    /// null when only events can turn it. May be early (the engine asks again then), never late.
    /// </summary>
    public abstract DateTimeOffset? MayTurnAt(ConditionContext c);

    /// <summary>What its answer depends on, so that the engine asks only when it can have changed.</summary>
    [JsonIgnore]
    public abstract Dependencies DependsOn { get; }
}
