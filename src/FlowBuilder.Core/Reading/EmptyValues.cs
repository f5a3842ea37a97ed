using System.Globalization;
using System.Text.Json;

namespace FlowBuilder.Core.Reading;

/// <summary>What programs send when they have nothing to say: it counts as missing.</summary>
public static class EmptyValues
{
    // The zero times of Go and .NET (year 1), of databases (year 0), and of Java's LocalDate.
    private static readonly string[] Zeros =
    [
        "0001-01-01", "0000-00-00", "0000-01-01", "-999999999-01-01", "+1000000000", "00000000", "1/1/0001", "01/01/0001", "00/00/0000",
        "/Date(-62135596800000", "-0001-11-30"
    ];

    /// <summary>Null, a text of blanks, or nothing at all.</summary>
    public static bool IsBlank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => ValueText.Of(value) is { } text && PlainText.Of(text).Length == 0,
        _ => false,
    };

    /// <summary>PHP's empty object, written <c>[]</c>.</summary>
    public static bool IsEmptyList(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    /// <summary>A moment nobody set: blank, zero, the zero time of the sender's language, or the very first instant of 1970.</summary>
    public static bool IsNoTime(JsonElement value)
    {
        if (IsBlank(value)) return true;
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetDecimal(out var number) && IsZero(number);
        if (value.ValueKind != JsonValueKind.String || ValueText.Of(value) is not { } text) return false;
        var plain = PlainText.Of(text);
        return IsZeroDay(plain)
            || (decimal.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && IsZero(seconds))
            || (DateText.Read(plain, DayOrder.MonthFirst) is { HasTime: true, Offset: not null } written
                && written.At(TimeZoneInfo.Utc) == DateTimeOffset.UnixEpoch);
    }

    /// <summary>A day nobody set; a birthday in 1970 is one somebody has.</summary>
    public static bool IsNoDay(JsonElement value) =>
        IsBlank(value)
            || IsEmptyList(value)
            || (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && IsZero(number))
            || (value.ValueKind == JsonValueKind.String && ValueText.Of(value) is { } text && IsZeroDay(PlainText.Of(text)));

    /// <summary>1970, and the year 1 of Go and .NET in seconds and milliseconds.</summary>
    private static bool IsZero(decimal number) => number is 0 or -62_135_596_800 or -62_135_596_800_000;

    private static bool IsZeroDay(string plain) => Array.Exists(Zeros, zero => plain.StartsWith(zero, StringComparison.Ordinal));
}
