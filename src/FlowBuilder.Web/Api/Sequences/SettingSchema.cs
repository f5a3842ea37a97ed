using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>The JSON Schema of one setting of a step.</summary>
internal static class SettingSchema
{
    public static JsonObject Of(StepSetting setting)
    {
        var schema = Of(setting.Property.PropertyType);
        if (setting.Description.Length > 0) schema["description"] = setting.Description;
        return schema;
    }

    public static JsonObject Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum) return new JsonObject { ["enum"] = new JsonArray([.. Enum.GetValues(plain).Cast<object>().Select(value => (JsonNode)Word(plain, value))]) };
        if (plain == typeof(Duration)) return Duration();
        if (plain == typeof(bool)) return new JsonObject { ["type"] = "boolean" };
        if (plain == typeof(int) || plain == typeof(long)) return new JsonObject { ["type"] = "integer" };
        if (plain == typeof(decimal) || plain == typeof(double)) return new JsonObject { ["type"] = "number" };
        if (plain == typeof(DateTimeOffset)) return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        if (plain == typeof(string) || plain == typeof(Uri) || plain == typeof(TimeOnly) || plain == typeof(DateOnly) || plain == typeof(MonthDay)) return new JsonObject { ["type"] = "string" };
        if (plain == typeof(Properties)) return new JsonObject { ["type"] = "object" };
        if (plain == typeof(ConditionGroup)) return new JsonObject { ["$ref"] = "#/$defs/group" };
        if (typeof(Condition).IsAssignableFrom(plain)) return new JsonObject { ["$ref"] = "#/$defs/condition" };
        if (typeof(IDictionary).IsAssignableFrom(plain)) return new JsonObject { ["type"] = "object" };
        if (plain != typeof(JsonElement) && typeof(IEnumerable).IsAssignableFrom(plain) && plain.IsGenericType)
            return new JsonObject { ["type"] = "array", ["items"] = Of(plain.GetGenericArguments()[0]) };
        return [];
    }

    public static JsonObject Duration() => new() { ["type"] = "string", ["format"] = "duration", ["description"] = "ISO 8601, such as P2D or PT90M; a leading minus points backwards." };

    /// <summary>The word of an enum's value in documents.</summary>
    public static string Word(Type type, object value) => JsonSerializer.Serialize(value, type).Trim('"');
}
