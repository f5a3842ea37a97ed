using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Conditions and groups of them wherever they stand inside a setting.</summary>
internal sealed class ConditionJson(StepJson json) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Condition) || typeToConvert == typeof(ConditionGroup);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(Condition) ? new Of<Condition>(json) : new Of<ConditionGroup>(json);

    private sealed class Of<T>(StepJson json) : JsonConverter<T>
        where T : Condition
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var errors = new FieldErrors();
            var condition = json.ReadCondition(JsonElement.ParseValue(ref reader), "", errors);
            return condition as T ?? throw new JsonException(errors.All.Count > 0
                ? $"must be conditions; {errors.All[0].Field}: {errors.All[0].Message}"
                : "must be {\"all\": [...]}, {\"any\": [...]} or {\"none\": [...]}");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => json.Write(writer, value);
    }
}
