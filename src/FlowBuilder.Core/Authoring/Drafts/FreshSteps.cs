using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>Nodes and steps as they come from the palette, and steps that take the place of others.</summary>
internal static class FreshSteps
{
    private const string Halves = """{"type":"split","ports":[{"port":"a","weight":50},{"port":"b","weight":50}]}""";

    /// <summary>What a node of a kind holds when it is new; null when no such step stands on that kind.</summary>
    public static NodeContent? Of(StepJson steps, NodeKind kind, string? type)
    {
        var id = NodeKinds.Of(kind).FlowStep ?? type;
        if (id is null) return new NodeContent(kind);
        if (steps.Catalog.Find(id) is not { } found || !NodeKinds.Of(kind).Fits(found)) return null;
        return new NodeContent(kind, Fresh(steps, found));
    }

    /// <summary>A step of another type that keeps every setting of the old one whose name and form fit.</summary>
    public static Step Instead(StepJson steps, StepType type, Step? before)
    {
        var fresh = Fresh(steps, type);
        if (before is null || !steps.Catalog.Knows(before)) return fresh;
        foreach (var old in steps.Catalog.Of(before).Settings)
            if (type.Settings.FirstOrDefault(
                setting => setting.JsonName == old.JsonName && setting.Property.PropertyType == old.Property.PropertyType) is { } same)
                fresh = StepCopies.With(fresh, same, old.Property.GetValue(before));
        return fresh;
    }

    private static Step Fresh(StepJson steps, StepType type)
    {
        if (type.Id != NodeKinds.Of(NodeKind.Split).FlowStep) return (Step)Activator.CreateInstance(type.Class)!;
        using var halves = JsonDocument.Parse(Halves);
        return steps.Read(halves.RootElement, "", new FieldErrors()) ?? (Step)Activator.CreateInstance(type.Class)!;
    }
}
