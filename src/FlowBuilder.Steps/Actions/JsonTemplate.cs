using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>JSON values whose texts are Liquid.</summary>
internal static class JsonTemplate
{
    /// <summary>The value with every text in it filled in, inside lists and objects too.</summary>
    public static JsonElement Fill(JsonElement value, StepContext c) => value.ValueKind switch
    {
        JsonValueKind.String when Values.AsText(value) is { } text && text.Contains('{', StringComparison.Ordinal) =>
            JsonSerializer.SerializeToElement(c.Fill(text)),
        JsonValueKind.Array or JsonValueKind.Object => JsonSerializer.SerializeToElement(Node(value, c)),
        _ => value,
    };

    private static JsonNode? Node(JsonElement value, StepContext c) => value.ValueKind switch
    {
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Node(item, c))]),
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().DistinctBy(member => member.Name)
            .Select(member => KeyValuePair.Create(member.Name, Node(member.Value, c)))),
        JsonValueKind.String => JsonValue.Create(c.Fill(Values.AsText(value))),
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
