using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Design;

/// <summary>Steps with some settings changed. Steps are immutable: what comes out is a copy.</summary>
public static class StepCopies
{
    /// <summary>The step with one setting set.</summary>
    public static Step With(Step step, StepSetting setting, object? value)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(setting);
        var copy = step with { };
        setting.Property.SetValue(copy, value);
        return copy;
    }

    /// <summary>The node with every id of another node that its step or conditions name replaced; null clears it. The very same node when it names none that changes.</summary>
    internal static Node Renamed(Node node, StepCatalog catalog, Func<string, string?> rename)
    {
        var step = node.Step is null ? null : Renamed(node.Step, catalog, rename);
        var when = node.When is null ? null : (ConditionGroup)Renamed(node.When, catalog, rename);
        return ReferenceEquals(step, node.Step) && ReferenceEquals(when, node.When) ? node : node with { Step = step, When = when };
    }

    // As deep as conditions may be read at all.
    private static Step Renamed(Step step, StepCatalog catalog, Func<string, string?> rename)
    {
        if (step is ConditionGroup group)
        {
            var members = group.Members.Select(member => (Condition)Renamed(member, catalog, rename)).ToImmutableArray();
            return members.Zip(group.Members).All(pair => ReferenceEquals(pair.First, pair.Second)) ? group : group with { Members = members };
        }

        if (!catalog.Knows(step)) return step;
        foreach (var setting in catalog.Of(step).Settings)
        {
            var value = setting.Property.GetValue(step);
            var renamed = setting.NamesNode && value is string id ? rename(id) : value is Condition condition ? Renamed(condition, catalog, rename) : value;
            if (!Equals(renamed, value) || (value is Condition && !ReferenceEquals(renamed, value))) step = With(step, setting, renamed);
        }

        return step;
    }
}
