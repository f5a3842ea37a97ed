using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>A day of the year without a year, written <c>MM-dd</c>. 29 February falls on 28 February in other years.</summary>
[JsonConverter(typeof(MonthDayJson))]
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    /// <summary>This day in <paramref name="year"/>.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <summary>Reads <c>MM-dd</c>.</summary>
    public static bool TryParse(string? text, out MonthDay day)
    {
        day = default;
        if (!DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return false;
        day = new MonthDay(date.Month, date.Day);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <summary>The text <c>MM-dd</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    /// <summary>Words such as <c>15 March</c>.</summary>
    public string ToWords() =>
        string.Create(CultureInfo.InvariantCulture, $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Month)} {Day}");

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;

    internal sealed class MonthDayJson : JsonConverter<MonthDay>
    {
        public override MonthDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var day)
                ? day
                : throw new JsonException("must be a month and day such as 03-15");

        public override void Write(Utf8JsonWriter writer, MonthDay value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
