using System.Text.Json;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Free properties travel as the object they are.</summary>
internal sealed class PropertiesJson : JsonConverter<Properties>
{
    public override Properties Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind == JsonValueKind.Object ? Properties.Of(element) : throw new JsonException("must be an object");
    }

    public override void Write(Utf8JsonWriter writer, Properties value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToJson(), skipInputValidation: true);
}
