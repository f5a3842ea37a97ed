using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Core.Authoring.Drafts;

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

    /// <summary>The node with every id of another node that its step or conditions name replaced;
    /// null clears it. The very same node when it names none that changes.</summary>
    internal static Node Renamed(Node node, StepCatalog catalog, Func<string, string?> rename) =>
        Changed(node, catalog, (setting, value) => setting.NamesNode && value is string id ? rename(id) : value);

    /// <summary>The node with settings of its step and conditions changed; the very same node when none is.</summary>
    internal static Node Changed(Node node, StepCatalog catalog, Func<StepSetting, object?, object?> change)
    {
        var step = node.Step is null ? null : Changed(node.Step, catalog, change);
        var when = node.When is null ? null : (ConditionGroup)Changed(node.When, catalog, change);
        return ReferenceEquals(step, node.Step) && ReferenceEquals(when, node.When) ? node : node with { Step = step, When = when };
    }

    // As deep as conditions may be read at all.
    private static Step Changed(Step step, StepCatalog catalog, Func<StepSetting, object?, object?> change)
    {
        if (step is ConditionGroup group)
        {
            var members = group.Members.Select(member => (Condition)Changed(member, catalog, change)).ToImmutableArray();
            return members.Zip(group.Members).All(pair => ReferenceEquals(pair.First, pair.Second))
                ? group
                : group with { Members = members };
        }

        if (!catalog.Knows(step)) return step;
        foreach (var setting in catalog.Of(step).Settings)
        {
            var value = setting.Property.GetValue(step);
            var changed = value is Condition condition ? Changed(condition, catalog, change) : change(setting, value);
            if (value is Condition ? !ReferenceEquals(changed, value) : !Equals(changed, value)) step = With(step, setting, changed);
        }

        return step;
    }
}
