using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Graph.Schema;

/// <summary>
/// The JSON Schema of the sequence document (2020-12), made from the catalogue, published at <c>/schemas/sequence-1.json</c>. It fits
/// whatever <see cref="SequenceDocumentJson"/> writes, half-drawn documents included: what is
/// needed for publishing is the compiler's to say.
/// </summary>
public static class SequenceSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = StepJson.WriterOptions.Encoder };

    private static readonly string[] Combinations = ["all", "any", "none"];

    /// <summary>The schema as JSON text.</summary>
    public static string Write(StepCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var schema = Closed(
            [
                ("format", new JsonObject { ["const"] = SequenceDocument.Format }),
                ("title", Text(DocumentLimits.Title, "Sequence Title.")),
                ("description", Text(DocumentLimits.Description, "Sequence Description.")),
                ("settings", Ref("settings")),
                ("nodes", List(Ref("node"))),
                ("edges", List(Ref("edge"))),
                ("references", new JsonObject
                {
                    ["type"] = "object", ["additionalProperties"] = Text(DocumentLimits.Title, null),
                    ["description"] = "Exports only: id to title, email or template key of what the steps name."
                }),
            ],
            "format");
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", "/schemas/sequence-1.json");
        schema.Insert(2, "title", "FlowBuilder sequence");
        schema["$defs"] = Definitions(catalog);
        return schema.ToJsonString(Indented);
    }

    private static JsonObject Definitions(StepCatalog catalog)
    {
        var definitions = new JsonObject
        {
            ["settings"] = SettingsSchema.Settings(),
            ["reEntry"] = SettingsSchema.ReEntry(),
            ["node"] = NodeSchema.Of(catalog),
            ["edge"] = Closed(
                [
                    ("from", Text(DocumentLimits.AnyName, null)),
                    ("port", Text(DocumentLimits.AnyName, "Where a node has several outputs.")), ("to", Text(DocumentLimits.AnyName, null))
                ],
                "from", "to"),
            ["group"] = new JsonObject
            {
                ["oneOf"] = new JsonArray([.. Combinations.Select(name => Closed([(name, List(Ref("condition")))], name))])
            },
            ["condition"] = new JsonObject { ["oneOf"] = new JsonArray([Ref("group"), .. Steps(catalog, StepKind.Condition)]) },
        };
        foreach (var kind in new[] { StepKind.Trigger, StepKind.Action, StepKind.Wait })
            definitions[Name(kind)] = new JsonObject { ["oneOf"] = new JsonArray([.. Steps(catalog, kind)]) };
        foreach (var type in catalog.All.Where(type => type.Kind != StepKind.Flow))
        {
            var step = Closed(
                [
                    ("type", new JsonObject { ["const"] = type.Id }),
                    .. type.Settings.Select(setting => (setting.JsonName, SettingSchema.Of(setting)))
                ],
                "type");
            step.Insert(0, "title", type.Title);
            definitions[$"step-{type.Id}"] = step;
        }

        return definitions;
    }

    internal static string Name(StepKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    internal static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    internal static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    internal static JsonObject Text(int most, string? description)
    {
        var text = new JsonObject { ["type"] = "string", ["maxLength"] = most };
        if (description is not null) text["description"] = description;
        return text;
    }

    /// <summary>An object with these members and no others.</summary>
    internal static JsonObject Closed(IEnumerable<(string Name, JsonNode Schema)> members, params string[] required)
    {
        var properties = new JsonObject();
        foreach (var (name, member) in members) properties[name] = member;
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
            ["additionalProperties"] = false,
        };
    }

    private static IEnumerable<JsonNode> Steps(StepCatalog catalog, StepKind kind) =>
        catalog.All.Where(type => type.Kind == kind).Select(type => Ref($"step-{type.Id}"));
}
