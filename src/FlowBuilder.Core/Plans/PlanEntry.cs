using System.Collections.Immutable;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans;

/// <summary>A way in: what must come true, and the step at which the run then begins
/// (<see cref="PlanStep.End"/>: it ends at once).</summary>
public sealed record PlanEntry(EntryRule Rule, int FirstStep);

/// <summary>What must come true for a customer to enter: triggers joined by AND and OR nodes. A closed set.</summary>
public abstract record EntryRule
{
    private EntryRule(string node, ImmutableArray<EntryRule> inputs, ConditionGroup? when) => (Node, Inputs, When) = (node, inputs, when);

    /// <summary>The node it was drawn as.</summary>
    public string Node { get; }

    /// <summary>What flows into it, in the order of the drawing; empty for a trigger.</summary>
    public ImmutableArray<EntryRule> Inputs { get; }

    /// <summary>Its own conditions; null when there are none, and for a trigger.</summary>
    public ConditionGroup? When { get; }

    /// <summary>
    /// Everything that flows into it and then itself, in the order in which a customer passes: inputs stand before what they flow into.
    /// Rules are at most as deep as the compiler allows, so recursion is safe.
    /// </summary>
    public IEnumerable<EntryRule> DescendantsAndSelf() => Inputs.SelectMany(input => input.DescendantsAndSelf()).Append(this);

    /// <summary>A trigger fires.</summary>
    public sealed record Fires(string Node, TriggerStep Trigger) : EntryRule(Node, [], null);

    /// <summary>Everything that flows in and all conditions hold. With several inputs each is an
    /// arm, remembered until the last completes it.</summary>
    public sealed record All(string Node, ImmutableArray<EntryRule> Inputs, ConditionGroup? When) : EntryRule(Node, Inputs, When);

    /// <summary>Anything that flows in, or a condition that turns true. Members of an <c>any</c>
    /// group turn one by one, another group turns as a whole.</summary>
    public sealed record Any(string Node, ImmutableArray<EntryRule> Inputs, ConditionGroup? When) : EntryRule(Node, Inputs, When);
}
