using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>
/// A date and time as an author writes it: with offset (<c>2026-12-01T09:00:00-05:00</c>) one instant for everybody; without
/// (<c>2026-12-01T09:00</c>) that wall-clock time in each customer's own zone. Years 1900 to 2300.
/// </summary>
[JsonConverter(typeof(PointInTimeJson))]
public readonly record struct PointInTime(DateTime Local, TimeSpan? Offset)
{
    /// <summary>The instant meant for a customer in <paramref name="zone"/>.</summary>
    public DateTimeOffset Resolve(TimeZoneInfo zone) =>
        Offset is { } offset ? new DateTimeOffset(Local, offset).ToUniversalTime() : LocalClock.Resolve(Local, zone);

    /// <summary>Reads ISO 8601 with or without offset.</summary>
    public static bool TryParse(string? text, out PointInTime point)
    {
        point = default;
        if (text is null || text.Length is < 16 or > 40 || text[10] != 'T' || !char.IsAsciiDigit(text[0])) return false;
        if (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                || instant.Year is < 1900 or > 2300)
                return false;
            point = new PointInTime(instant.DateTime, instant.Offset);
            return true;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1900 or > 2300)
            return false;
        point = new PointInTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), null);
        return true;
    }

    /// <summary>ISO 8601, as short as it can be said.</summary>
    public override string ToString()
    {
        var form = Local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        return Offset is { } offset
            ? new DateTimeOffset(Local, offset).ToString(form + "zzz", CultureInfo.InvariantCulture)
            : Local.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>Words such as <c>1 December 2026 at 09:00</c>.</summary>
    public string ToWords() => Local.ToString("MMMM d, yyyy 'at' h:mm tt", CultureInfo.InvariantCulture)
        + (Offset is { } offset
            ? string.Create(CultureInfo.InvariantCulture, $" (UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm})")
            : "");

    internal sealed class PointInTimeJson : JsonConverter<PointInTime>
    {
        public override PointInTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var point)
                ? point
                : throw new JsonException("must be a date and time such as 2026-12-01T09:00:00-05:00");

        public override void Write(Utf8JsonWriter writer, PointInTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
