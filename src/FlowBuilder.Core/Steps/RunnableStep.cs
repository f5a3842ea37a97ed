using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Steps;

/// <summary>A step an enrollment goes through: action, wait or flow.</summary>
public abstract record RunnableStep : Step
{
    /// <summary>Its output ports, in the order they are drawn.</summary>
    [JsonIgnore]
    public virtual ImmutableArray<string> Ports => OnlyOut;

    /// <summary>The customer arrives here: decide. Called again with the same context the answer is the same.</summary>
    public abstract StepOutcome Run(StepContext c);

    /// <summary>The single port <c>out</c>.</summary>
    protected static ImmutableArray<string> OnlyOut { get; } = ["out"];
}
