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

    /// <summary>A moment nobody set: what is no day either, or the very first instant of 1970.</summary>
    public static bool IsNoTime(JsonElement value) =>
        IsNoDay(value)
            || (value.ValueKind == JsonValueKind.String
                && DateText.Read(ValueText.Of(value), DayOrder.MonthFirst) is { HasTime: true, Offset: not null } written
                && written.At(TimeZoneInfo.Utc) == DateTimeOffset.UnixEpoch);

    /// <summary>A day nobody set: blank, empty, zero, or the zero time of the sender's language. A
    /// birthday in 1970 is one somebody has.</summary>
    public static bool IsNoDay(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) && IsZero(number),
        JsonValueKind.String when ValueText.Of(value) is { } text => PlainText.Of(text) is var plain
            && (plain.Length == 0
                || IsZeroDay(plain)
                || (decimal.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    && IsZero(number))),
        _ => IsBlank(value) || IsEmptyList(value),
    };

    /// <summary>1970, and the year 1 of Go and .NET in seconds and milliseconds.</summary>
    private static bool IsZero(decimal number) => number is 0 or -62_135_596_800 or -62_135_596_800_000;

    private static bool IsZeroDay(string plain) => Array.Exists(Zeros, zero => plain.StartsWith(zero, StringComparison.Ordinal));
}
