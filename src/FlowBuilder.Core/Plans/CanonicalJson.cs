using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans;

/// <summary>JSON with members in ordinal order and no white space: equal values have equal text.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StepJson.WriterOptions)) Write(writer, element);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // As deep as the text it is given, whose depth its writer limited.
    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) Write(writer, item);
            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
