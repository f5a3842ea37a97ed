using System.Globalization;
using System.Text.Json;

namespace FlowBuilder.Core.Customers;

/// <summary>Reads JSON values the way conditions compare them: numeric strings are numbers, ISO texts are moments.</summary>
public static class Values
{
    /// <summary>Strings as they are, numbers and booleans in JSON's spelling; null for anything else, and for a string that is no valid text (a lone surrogate).</summary>
    public static string? AsText(JsonElement value)
    {
        try
        {
            return Properties.TextOf(value);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A number, or a string that spells one; else null.</summary>
    public static decimal? AsNumber(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var parsed) ? parsed : null,
        { ValueKind: JsonValueKind.String } text => decimal.TryParse(AsText(text), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
        _ => null,
    };

    /// <summary>
    /// A moment: ISO 8601 text with offset, or a date or local date-time read in <paramref name="zone"/>. A date alone is its first
    /// instant. Anything else is null.
    /// </summary>
    public static DateTimeOffset? AsMoment(JsonElement? value, TimeZoneInfo zone) =>
        value is { ValueKind: JsonValueKind.String } text ? AsMoment(AsText(text), zone) : null;

    /// <inheritdoc cref="AsMoment(JsonElement?, TimeZoneInfo)"/>
    public static DateTimeOffset? AsMoment(string? text, TimeZoneInfo zone)
    {
        if (text is null || text.Length is < 10 or > 40 || !char.IsAsciiDigit(text[0])) return null;
        if (text.Length == 10)
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? Time.LocalClock.Resolve(date.ToDateTime(TimeOnly.MinValue), zone)
                : null;
        var named = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10;
        if (named) return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.ToUniversalTime() : null;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? Time.LocalClock.Resolve(local, zone) : null;
    }

    /// <summary>Whether a value is a date without a time of day.</summary>
    public static bool IsDateOnly(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text
        && DateOnly.TryParseExact(AsText(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
