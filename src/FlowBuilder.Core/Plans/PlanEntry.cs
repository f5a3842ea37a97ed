using System.Collections.Immutable;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans;

/// <summary>A way in: what must come true, and the step at which the run then begins (<see cref="PlanStep.End"/>: it ends at once).</summary>
public sealed record PlanEntry(EntryRule Rule, int FirstStep);

/// <summary>What must come true for a customer to enter: triggers joined by AND and OR nodes. A closed set.</summary>
public abstract record EntryRule
{
    private EntryRule(string node) => Node = node;

    /// <summary>The node it was drawn as.</summary>
    public string Node { get; }

    /// <summary>A trigger fires.</summary>
    public sealed record Fires(string Node, TriggerStep Trigger) : EntryRule(Node)
    {
        public new string Node => base.Node;
    }

    /// <summary>Everything that flows in and all conditions hold. With several inputs each is an arm, remembered until the last completes it.</summary>
    public sealed record All(string Node, ImmutableArray<EntryRule> Inputs, ConditionGroup? When) : EntryRule(Node)
    {
        public new string Node => base.Node;
    }

    /// <summary>Anything that flows in, or a condition that turns true. Members of an <c>any</c> group turn one by one, another group turns as a whole.</summary>
    public sealed record Any(string Node, ImmutableArray<EntryRule> Inputs, ConditionGroup? When) : EntryRule(Node)
    {
        public new string Node => base.Node;
    }
}
