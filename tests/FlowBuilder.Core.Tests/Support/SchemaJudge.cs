using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowBuilder.Core.Tests.Support;

/// <summary>As much of JSON Schema 2020-12 as our own schema uses; anything else in a schema is an error.</summary>
internal sealed class SchemaJudge(JsonElement root)
{
    private static readonly HashSet<string> Words =
    [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "properties", "required",
        "additionalProperties", "items", "minItems", "maxItems", "oneOf", "maxLength", "pattern"
    ];

    /// <summary>Where a value does not fit; null when it does.</summary>
    public string? Refuse(JsonElement value) => Refuse(root, value, "$");

    private string? Refuse(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind == JsonValueKind.False) return $"{path} is not allowed";
        if (schema.ValueKind == JsonValueKind.True) return null;
        foreach (var member in schema.EnumerateObject())
            if (!Words.Contains(member.Name)) throw new NotSupportedException($"The judge does not know “{member.Name}”.");
        if (schema.TryGetProperty("$ref", out var reference))
            return Refuse(root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path);
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value)) return $"{path} is not {only}";
        if (schema.TryGetProperty("enum", out var some) && !some.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{path} is none of {some}";
        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value)) return $"{path} is no {type}";
        if (schema.TryGetProperty("oneOf", out var ways))
        {
            var refusals = ways.EnumerateArray().Select(way => Refuse(way, value, path)).ToArray();
            if (refusals.Count(refusal => refusal is null) != 1)
                return
                    $"{path} fits {refusals.Count(refusal => refusal is null)} of {refusals.Length}: "
                        + $"{string.Join(" | ", refusals.Where(refusal => refusal?.Contains(".type is not", StringComparison.Ordinal) == false).Take(3))}";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => RefuseObject(schema, value, path),
            JsonValueKind.Array => RefuseList(schema, value, path),
            JsonValueKind.String => RefuseText(schema, value.GetString()!, path),
            _ => null,
        };
    }

    private string? RefuseObject(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) return $"{path}.{name} is missing";
        foreach (var member in value.EnumerateObject())
        {
            var refusal = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known)
                ? Refuse(known, member.Value, $"{path}.{member.Name}")
                : schema.TryGetProperty("additionalProperties", out var others) ? Refuse(others, member.Value, $"{path}.{member.Name}")
                : null;
            if (refusal is not null) return refusal;
        }

        return null;
    }

    private string? RefuseList(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32()) return $"{path} has too few";
        if (schema.TryGetProperty("maxItems", out var most) && value.GetArrayLength() > most.GetInt32()) return $"{path} has too many";
        return schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray()
                .Select((item, index) => Refuse(items, item, $"{path}[{index}]"))
                .FirstOrDefault(refusal => refusal is not null)
            : null;
    }

    private static string? RefuseText(JsonElement schema, string text, string path) =>
        schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32() ? $"{path} is too long"
        : schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))
        ? $"{path} is not like {pattern}"
        : null;

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}
