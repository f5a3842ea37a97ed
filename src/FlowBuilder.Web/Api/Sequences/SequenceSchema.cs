using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>The JSON Schema of a sequence document, made from the step catalogue, published at <c>/schemas/sequence-1.json</c>.</summary>
internal static class SequenceSchema
{
    public const string Address = "/schemas/sequence-1.json";

    public static void MapSchemas(this IEndpointRouteBuilder routes) => routes.MapGet(Address, (StepCatalog catalog) =>
        TypedResults.Content(Text(catalog), "application/schema+json; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();

    /// <summary>The schema. A half-drawn document is valid: only what makes it a document is required.</summary>
    public static string Text(StepCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Document(catalog).ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Document(StepCatalog catalog)
    {
        var definitions = new JsonObject
        {
            ["settings"] = Settings(),
            ["edge"] = Closed(new JsonObject { ["from"] = Text(DocumentLimits.AnyName), ["port"] = Text(DocumentLimits.AnyName), ["to"] = Text(DocumentLimits.AnyName) }, "from", "to"),
            ["condition"] = AnyOf([new JsonObject { ["$ref"] = "#/$defs/group" }, .. Steps(catalog, StepKind.Condition)]),
            ["group"] = AnyOf(((string[])["all", "any", "none"]).Select(how => (JsonNode)Closed(new JsonObject { [how] = List("#/$defs/condition") }, how))),
            ["trigger"] = AnyOf(Steps(catalog, StepKind.Trigger)),
            ["action"] = AnyOf(Steps(catalog, StepKind.Action)),
            ["wait"] = AnyOf(Steps(catalog, StepKind.Wait)),
            ["node"] = AnyOf(Enum.GetValues<NodeKind>().Select(kind => (JsonNode)Node(catalog, kind))),
        };
        var root = Closed(new JsonObject
        {
            ["format"] = new JsonObject { ["const"] = SequenceDocument.Format },
            ["title"] = Text(DocumentLimits.Title),
            ["description"] = Text(DocumentLimits.Description),
            ["settings"] = new JsonObject { ["$ref"] = "#/$defs/settings" },
            ["nodes"] = List("#/$defs/node"),
            ["edges"] = List("#/$defs/edge"),
            ["references"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Text(DocumentLimits.Title), ["description"] = "Only in exports: id or key to title, email or key." },
        }, "format");
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", "FlowBuilder sequence");
        root["$defs"] = definitions;
        return root;
    }

    private static JsonObject Settings() => Closed(new JsonObject
    {
        ["reviewBeforeExecution"] = new JsonObject { ["type"] = "boolean" },
        ["reEntry"] = AnyOf(
        [
            Closed(new JsonObject { ["policy"] = new JsonObject { ["enum"] = new JsonArray("never", "always") } }, "policy"),
            Closed(new JsonObject { ["policy"] = new JsonObject { ["const"] = "afterEnd" }, ["atMostEvery"] = SettingSchema.Duration() }, "policy"),
            Closed(new JsonObject { ["policy"] = new JsonObject { ["const"] = "afterDays" }, ["days"] = new JsonObject { ["type"] = "integer" } }, "policy", "days"),
        ]),
        ["labels"] = new JsonObject { ["type"] = "array", ["items"] = Text(DocumentLimits.Label), ["maxItems"] = DocumentLimits.Labels },
        ["maxPasses"] = new JsonObject { ["type"] = "integer", ["default"] = new SequenceSettings().MaxPasses },
        ["armMemory"] = SettingSchema.Duration(),
        ["reviewExpiresAfter"] = SettingSchema.Duration(),
        ["pastDue"] = SettingSchema.Of(typeof(LatePolicy)),
        ["skipOutsideHours"] = new JsonObject { ["type"] = "boolean" },
        ["allowedHours"] = Closed(new JsonObject { ["from"] = SettingSchema.Of(typeof(TimeOnly)), ["to"] = SettingSchema.Of(typeof(TimeOnly)) }, "from", "to"),
        ["owner"] = Text(DocumentLimits.AnyName),
    });

    private static JsonObject Node(StepCatalog catalog, NodeKind kind)
    {
        var members = new JsonObject { ["id"] = Text(DocumentLimits.AnyName), ["kind"] = new JsonObject { ["const"] = SettingSchema.Word(typeof(NodeKind), kind) } };
        var info = NodeKinds.Of(kind);
        if (info.Step is { } step) members["step"] = new JsonObject { ["$ref"] = $"#/$defs/{JsonNamingPolicy.CamelCase.ConvertName(step.ToString())}" };
        if (info.HasConditions) members["when"] = new JsonObject { ["$ref"] = "#/$defs/group" };
        if (info.HasText) members["text"] = Text(DocumentLimits.NoteText);
        if (catalog.Find(info.FlowStep) is { } flow)
            foreach (var setting in flow.Settings) members[setting.JsonName] = SettingSchema.Of(setting);
        members["at"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 2, ["maxItems"] = 2 };
        return Closed(members, "id", "kind");
    }

    private static IEnumerable<JsonNode> Steps(StepCatalog catalog, StepKind kind) => catalog.All.Where(type => type.Kind == kind).Select(type =>
    {
        var members = new JsonObject { ["type"] = new JsonObject { ["const"] = type.Id } };
        foreach (var setting in type.Settings) members[setting.JsonName] = SettingSchema.Of(setting);
        var schema = Closed(members, "type");
        schema["title"] = type.Title;
        return (JsonNode)schema;
    });

    private static JsonObject Closed(JsonObject members, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = members, ["additionalProperties"] = false };
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject AnyOf(IEnumerable<JsonNode> choices) => new() { ["anyOf"] = new JsonArray([.. choices]) };

    private static JsonObject List(string of) => new() { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = of } };

    private static JsonObject Text(int longest) => new() { ["type"] = "string", ["maxLength"] = longest };
}
