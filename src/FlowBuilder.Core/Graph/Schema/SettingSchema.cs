using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Graph.Schema;

/// <summary>The schema of one setting, by its type and attributes.</summary>
internal static class SettingSchema
{
    private const string DurationPattern =
        @"^[-+]?P(?=.)(\d{1,7}Y)?(\d{1,7}M)?(\d{1,7}W)?(\d{1,7}D)?(T(?=.)(\d{1,7}H)?(\d{1,7}M)?(\d{1,7}(\.\d{1,7})?S)?)?$";

    public static JsonNode Of(StepSetting setting)
    {
        var schema = Of(setting.Property.PropertyType);
        if (schema is not JsonObject described) return schema;
        if (setting.Validations.OfType<StringLengthAttribute>().FirstOrDefault() is { } length
            && described["type"]?.GetValue<string>() == "string")
            described["maxLength"] = length.MaximumLength;
        if (setting.Description.Length > 0) described["description"] = setting.Description;
        return described;
    }

    public static JsonNode Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string) || plain == typeof(Uri)) return SequenceSchema.Text(JsonText.MaxString, null);
        if (plain == typeof(bool)) return Typed("boolean");
        if (plain == typeof(int) || plain == typeof(long)) return Typed("integer");
        if (plain == typeof(decimal) || plain == typeof(double)) return Typed("number");
        if (plain.IsEnum)
            return new JsonObject { ["enum"] = new JsonArray([.. StrictEnumJson.NamesOf(plain).Select(name => JsonValue.Create(name))]) };
        if (plain == typeof(Duration)) return Pattern(DurationPattern);
        if (plain == typeof(MonthDay)) return Pattern(@"^\d{2}-\d{2}$");
        if (plain == typeof(TimeOnly)) return Pattern(@"^\d{2}:\d{2}(:\d{2})?$");
        if (plain == typeof(DateOnly)) return Pattern(@"^\d{4}-\d{2}-\d{2}$");
        if (plain == typeof(PointInTime) || plain == typeof(DateTimeOffset)) return Pattern(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}");
        if (plain == typeof(ConditionGroup)) return SequenceSchema.Ref("group");
        if (plain == typeof(Condition)) return SequenceSchema.Ref("condition");
        if (plain == typeof(Properties)) return Typed("object");
        if (Map(plain) is { } values) return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(values) };
        if (typeof(IEnumerable).IsAssignableFrom(plain))
            return SequenceSchema.List(Of(plain.IsArray ? plain.GetElementType()! : plain.GetGenericArguments()[0]));
        if (plain == typeof(JsonElement) || plain.GetCustomAttribute<JsonConverterAttribute>() is not null) return new JsonObject();
        return SequenceSchema.Closed(plain.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(
                property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                    ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), Of(property.PropertyType))));
    }

    private static Type? Map(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(
            face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))?.GetGenericArguments()[1];

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };
}
