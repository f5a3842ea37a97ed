using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>Durations travel as ISO 8601 text.</summary>
internal sealed class DurationJson : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Duration.TryParse(reader.GetString(), out var duration)
            ? duration
            : throw new JsonException("must be an ISO 8601 duration such as P2D or PT90M");

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
