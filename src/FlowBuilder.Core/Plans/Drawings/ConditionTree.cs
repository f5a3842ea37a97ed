using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>All conditions of a node with the field each stands in, found without recursion.</summary>
internal sealed record ConditionTree(ImmutableArray<(string Field, ConditionStep Condition)> Leaves, bool TooDeep)
{
    private static readonly ConditionTree None = new([], false);

    public static ConditionTree Of(Node node, StepCatalog catalog)
    {
        var open = new Stack<(string Field, Condition Condition, int Depth)>();
        foreach (var (field, condition) in Roots(node, catalog).Reverse()) open.Push((field, condition, 1));
        if (open.Count == 0) return None;
        var leaves = ImmutableArray.CreateBuilder<(string, ConditionStep)>();
        var tooDeep = false;
        while (open.TryPop(out var next))
        {
            if (next.Condition is ConditionStep leaf) leaves.Add((next.Field, leaf));
            if (next.Condition is not ConditionGroup group || group.Members.IsDefaultOrEmpty) continue;
            if (next.Depth > ConditionGroup.MaxDepth)
            {
                tooDeep = true;
                continue;
            }

            for (var i = group.Members.Length - 1; i >= 0; i--)
                open.Push(
                    ($"{next.Field}.{StepJson.NameOf(group.Combine)}[{i}]", group.Members[i], next.Depth
                        + (group.Members[i] is ConditionGroup ? 1 : 0)));
        }

        return new ConditionTree(leaves.ToImmutable(), tooDeep);
    }

    /// <summary>Where conditions stand on a node: its own, and those in settings of its step.</summary>
    public static IEnumerable<(string Field, Condition Condition)> Roots(Node node, StepCatalog catalog)
    {
        if (node.When is not null) yield return ("when", node.When);
        if (node.Step is null || !catalog.Knows(node.Step)) yield break;
        foreach (var setting in catalog.Of(node.Step).Settings)
            if (typeof(Condition).IsAssignableFrom(setting.Property.PropertyType)
                && setting.Property.GetValue(node.Step) is Condition condition)
                yield return (setting.JsonName, condition);
    }
}
