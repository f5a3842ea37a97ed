using System.Text.Json.Nodes;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Graph.Schema;

/// <summary>The schema of nodes: one alternative for each kind.</summary>
internal static class NodeSchema
{
    public static JsonObject Of(StepCatalog catalog) => new()
    {
        ["oneOf"] = new JsonArray(
            [.. StrictEnumJson
                .NamesOf(typeof(NodeKind))
                .Zip(Enum.GetValues<NodeKind>())
                .Select(kind => (JsonNode)Of(kind.First, kind.Second, catalog))]),
    };

    private static JsonObject Of(string name, NodeKind kind, StepCatalog catalog)
    {
        var members = new List<(string, JsonNode)>
        {
            ("id", SequenceSchema.Text(DocumentLimits.AnyName, "Unique in the document; to be published 1 to 40 of A-Z a-z 0-9 - _.")),
            ("kind", new JsonObject { ["const"] = name }),
        };
        if (NodeKinds.Of(kind).Step is { } step) members.Add(("step", SequenceSchema.Ref(SequenceSchema.Name(step))));
        if (NodeKinds.Of(kind).HasConditions) members.Add(("when", SequenceSchema.Ref("group")));
        if (NodeKinds.Of(kind).HasText) members.Add(("text", SequenceSchema.Text(DocumentLimits.NoteText, null)));
        if (catalog.Find(NodeKinds.Of(kind).FlowStep) is { } flow)
            members.AddRange(flow.Settings.Select(setting => (setting.JsonName, SettingSchema.Of(setting))));
        members.Add(("at", new JsonObject
        {
            ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2,
            ["description"] = "x and y on the canvas.",
        }));
        return SequenceSchema.Closed(members, "id", "kind");
    }
}
