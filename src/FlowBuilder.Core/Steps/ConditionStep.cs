using System.ComponentModel.DataAnnotations;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Steps;

/// <summary>One condition of the catalogue. Implementations answer <see cref="IsTrue"/>; <see cref="Not"/> is taken care of here.</summary>
public abstract record ConditionStep : Condition
{
    /// <summary>Turns the answer round.</summary>
    [Display(Name = "Not", Description = "Reverses the condition: it is true when it would otherwise be false.")]
    public bool Not { get; init; }

    /// <inheritdoc />
    public sealed override bool Holds(ConditionContext c) => IsTrue(c) != Not;

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c) => null;

    /// <summary>The answer before <see cref="Not"/>.</summary>
    protected abstract bool IsTrue(ConditionContext c);
}
