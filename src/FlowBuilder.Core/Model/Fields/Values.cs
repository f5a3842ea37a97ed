using System.Text.Json;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>Reads JSON values the way everything compares them: one idea of a number
/// (<see cref="NumberText"/>), one of a date (<see cref="DateText"/>).</summary>
public static class Values
{
    /// <summary>Strings as they are, numbers and booleans in JSON's spelling; null for anything
    /// else, and for a string that is no valid text (a lone surrogate).</summary>
    public static string? AsText(JsonElement value) => ValueText.Of(value);

    /// <summary>A number, or a string that spells one; else null.</summary>
    public static decimal? AsNumber(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var parsed) ? parsed : null,
        { ValueKind: JsonValueKind.String } text => NumberText.Read(AsText(text)),
        _ => null,
    };

    /// <summary>
    /// A moment: a date with offset, or a date or local date-time by the reader's clock, or seconds or milliseconds since 1970. A date
    /// alone is its first instant. Anything else is null.
    /// </summary>
    public static DateTimeOffset? AsMoment(JsonElement? value, ReadingRules reads) => AsDate(value, reads.Order)?.At(reads.Zone);

    /// <inheritdoc cref="AsMoment(JsonElement?, ReadingRules)"/>
    public static DateTimeOffset? AsMoment(string? text, ReadingRules reads) => DateText.Read(text, reads.Order)?.At(reads.Zone);

    /// <summary>A date as it is written; null when the value is none.</summary>
    public static WrittenDate? AsDate(JsonElement? value, DayOrder order) => value switch
    {
        { ValueKind: JsonValueKind.String } text => DateText.Read(AsText(text), order),
        { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var parsed) ? DateText.Read(parsed) : null,
        _ => null,
    };

    /// <summary>Whether a value is a date without a time of day.</summary>
    public static bool IsDateOnly(JsonElement? value, DayOrder order = DayOrder.MonthFirst) => AsDate(value, order) is { HasTime: false };
}
