using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>Steps as comparable text.</summary>
internal static class StepText
{
    /// <summary>Each setting's JSON by name, defaults too.</summary>
    public static Dictionary<string, string> Settings(Step step, StepJson steps)
    {
        using var json =
            JsonDocument.Parse(steps.ToText(step, full: true), new JsonDocumentOptions { MaxDepth = StepJson.WriterOptions.MaxDepth });
        return json.RootElement.EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
    }

    /// <summary>What a node is and does, its place apart.</summary>
    public static string Of(Node node, StepJson steps) =>
        node.Step is not null && !steps.Catalog.Knows(node.Step)
            ? node.ToString()
            : new SequenceDocumentJson(steps).Write(new SequenceDocument { Nodes = [node with { At = default }] });

    public static bool Same(Step? one, Step? other, StepJson steps) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.GetType() == other.GetType() && steps.ToText(one) == steps.ToText(other));
}
