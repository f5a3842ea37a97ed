using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>A time of day travels as <c>HH:mm</c> (or <c>HH:mm:ss</c> where there are seconds).</summary>
public sealed class TimeOfDayJson : JsonConverter<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("must be a time of day such as 09:30");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ToText(value));
    }

    /// <summary>The time as <c>HH:mm</c>, with seconds only where there are some.</summary>
    public static string ToText(TimeOnly time) => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
}
