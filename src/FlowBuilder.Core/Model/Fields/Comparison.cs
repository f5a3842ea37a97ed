using System.Text.Json;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>
/// Compares JSON values as a marketer expects. Pure, and never throws whatever the values are.
/// <para>Texts are compared without case and without blanks around them. A number equals a text
/// that spells it, and two texts are the same that spell one number in digits (<c>1,250.00</c> and
/// <c>1 250</c>); with a nought in front, as in a postal code, or a currency they are texts. Of a list, any
/// member counts. Email addresses and phone numbers are the same however they are spelled (<see cref="Reading.EmailForm"/>, E.164).
/// A missing value, null, an empty text and an empty list are all <i>empty</i>, and nothing is greater or less than empty.</para>
/// <para>Dates: a text such as <c>2026-05-01</c> means the whole day in the given reads, so that a moment of that day is neither before
/// nor after it. A duration such as <c>-P30D</c> or <c>P7D</c> means the moment that far from now (a day being 24 hours); <i>before</i> it
/// includes that very moment, <i>after</i> it does not.</para>
/// </summary>
public static class Comparison
{
    private const int LongestNumber = 40;

    /// <summary>Whether the comparison holds. Each negative operator is exactly the opposite of its positive one.</summary>
    /// <param name="actual">The customer's value; null when there is none.</param>
    /// <param name="op">How to compare.</param>
    /// <param name="expected">What to compare with: a list of two for
    /// <see cref="Operator.Between"/> (both included), a list for In and NotIn.</param>
    /// <param name="now">What relative dates are measured from.</param>
    /// <param name="reads">How dates without offset, or with slashes, are read.</param>
    public static bool Holds(JsonElement? actual, Operator op, JsonElement? expected, DateTimeOffset now, ReadingRules reads) => op switch
    {
        Operator.Is => Same(actual, expected, reads),
        Operator.IsNot => !Same(actual, expected, reads),
        Operator.Contains => Contains(actual, expected, reads),
        Operator.NotContains => !Contains(actual, expected, reads),
        Operator.StartsWith => AnyText(actual, expected, reads, (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase)),
        Operator.EndsWith => AnyText(actual, expected, reads, (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase)),
        Operator.Empty => IsEmpty(actual),
        Operator.NotEmpty => !IsEmpty(actual),
        Operator.Greater or Operator.After => AnyPlaced(actual, expected, now, reads, place => place > 0),
        Operator.AtLeast => AnyPlaced(actual, expected, now, reads, place => place >= 0),
        Operator.Less or Operator.Before => AnyPlaced(actual, expected, now, reads, place => place < 0),
        Operator.AtMost => AnyPlaced(actual, expected, now, reads, place => place <= 0),
        Operator.Between => Between(actual, expected, now, reads),
        Operator.In => Members(expected).Any(member => Same(actual, member, reads)),
        Operator.NotIn => !Members(expected).Any(member => Same(actual, member, reads)),
    };

    /// <summary>The next instant after <paramref name="now"/> at which the answer may turn by the
    /// passing of time; null when it cannot.</summary>
    /// <inheritdoc cref="Holds"/>
    public static DateTimeOffset? MayTurnAt(JsonElement? actual, Operator op, JsonElement? expected, DateTimeOffset now, ReadingRules reads)
    {
        if (!TurnsByTime(op, expected)) return null;
        DateTimeOffset? next = null;
        foreach (var bound in Members(expected))
        {
            if (!RelativeMoment.TryRead(bound, out var distance)) continue;
            foreach (var value in Members(actual))
                if (Values.AsMoment(value, reads) is { } moment
                    && RelativeMoment.Reaches(distance, moment) is { } turn
                    && turn > now
                    && (next is null || turn < next))
                    next = turn;
        }

        return next;
    }

    /// <summary>Whether an answer can turn by the passing of time: it compares with a relative date.</summary>
    public static bool TurnsByTime(Operator op, JsonElement? expected) =>
        op is Operator.Greater or Operator.AtLeast or Operator.Less or Operator.AtMost or Operator.Between or Operator.Before
            or Operator.After
        && Members(expected).Any(member => RelativeMoment.TryRead(member, out _));

    /// <summary>Whether there is nothing: missing, null, blank text, empty list or object.</summary>
    public static bool IsEmpty(JsonElement? value) => value is not { } there || there.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(Values.AsText(there)),
        JsonValueKind.Array => there.GetArrayLength() == 0,
        JsonValueKind.Object => !there.EnumerateObject().MoveNext(),
        _ => false,
    };

    /// <summary>Whether two values are the same to a marketer, as <see cref="Operator.Is"/> has it.</summary>
    public static bool Same(JsonElement? actual, JsonElement? expected, ReadingRules reads)
    {
        if (IsEmpty(actual) || IsEmpty(expected)) return IsEmpty(actual) && IsEmpty(expected);
        var (value, other) = (actual!.Value, expected!.Value);
        if (value.ValueKind == JsonValueKind.Array) return Members(value).Any(member => Same(member, other, reads));
        if (other.ValueKind == JsonValueKind.Array) return Members(other).Any(member => Same(value, member, reads));
        if (value.ValueKind == JsonValueKind.Object || other.ValueKind == JsonValueKind.Object)
            return value.GetRawText() == other.GetRawText();
        if ((value.ValueKind == JsonValueKind.Number || other.ValueKind == JsonValueKind.Number)
            && Values.AsNumber(value) is { } number && Values.AsNumber(other) is { } wanted) return number == wanted;
        if (value.ValueKind == JsonValueKind.String
            && other.ValueKind == JsonValueKind.String
            && InDigits(value) is { } one
            && InDigits(other) == one)
            return true;
        if (SameText(Values.AsText(value), Values.AsText(other)) || AddressText.Same(Values.AsText(value), Values.AsText(other), reads))
            return true;
        return Values.AsMoment(value, reads) is { } moment && Values.AsMoment(other, reads) is { } when
            && (Values.IsDateOnly(value, reads.Order) || Values.IsDateOnly(other, reads.Order)
                ? LocalClock.Local(moment, reads.Zone).Date == LocalClock.Local(when, reads.Zone).Date
                : moment == when);
    }

    /// <summary>
    /// Whether a field that is told anew says what it said before, so that nothing has <i>changed</i>: the same text but for case and
    /// blanks, the same number, the same moment, and of lists and objects the same members. Unlike
    /// <see cref="Same"/> a list is no member of itself, and a day no moment of that day.
    /// </summary>
    public static bool Unchanged(JsonElement? old, JsonElement? told, ReadingRules reads)
    {
        if (IsEmpty(old) || IsEmpty(told)) return IsEmpty(old) && IsEmpty(told);
        var (before, after) = (old!.Value, told!.Value);
        switch (before.ValueKind, after.ValueKind)
        {
            case (JsonValueKind.Array, JsonValueKind.Array):
                return before.GetArrayLength() == after.GetArrayLength() && HasSameItems(before, after, reads);
            case (JsonValueKind.Object, JsonValueKind.Object):
                return HasSameMembers(before, after, reads);
            case (JsonValueKind.Array or JsonValueKind.Object, _) or (_, JsonValueKind.Array or JsonValueKind.Object):
                return false;
            default:
                return Values.IsDateOnly(before, reads.Order) == Values.IsDateOnly(after, reads.Order) && Same(before, after, reads);
        }
    }

    private static bool HasSameItems(JsonElement before, JsonElement after, ReadingRules reads) =>
        before.EnumerateArray().Zip(after.EnumerateArray()).All(pair => Unchanged(pair.First, pair.Second, reads));

    private static bool HasSameMembers(JsonElement before, JsonElement after, ReadingRules reads) =>
        before.EnumerateObject().Concat(after.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal)
            .All(name => Unchanged(Member(before, name), Member(after, name), reads));

    private static JsonElement? Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The number a text spells in digits alone; null for a text with letters, a currency
    /// or a nought in front, which may be a code.</summary>
    private static decimal? InDigits(JsonElement text)
    {
        if (Values.AsText(text) is not { Length: > 0 and <= LongestNumber } written) return null;
        var isFirst = true;
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsLetter(written[i]) || char.GetUnicodeCategory(written[i]) == System.Globalization.UnicodeCategory.CurrencySymbol)
                return null;
            if (!char.IsDigit(written[i])) continue;
            if (isFirst && char.GetNumericValue(written[i]) == 0 && i + 1 < written.Length && char.IsDigit(written[i + 1])) return null;
            isFirst = false;
        }

        return isFirst ? null : NumberText.Read(written);
    }

    private static bool SameText(string? one, string? other) =>
        one is not null && other is not null && string.Equals(PlainText.Of(one), PlainText.Of(other), StringComparison.OrdinalIgnoreCase);

    private static bool Contains(JsonElement? actual, JsonElement? expected, ReadingRules reads) =>
        actual is { ValueKind: JsonValueKind.Array }
            ? Members(expected).Any(wanted => Members(actual).Any(member => Same(member, wanted, reads)))
            : AnyText(actual, expected, reads, (text, part) => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool AnyText(JsonElement? actual, JsonElement? expected, ReadingRules reads, Func<string, string, bool> holds) =>
        Members(actual).Select(Values.AsText).Any(text => text is not null
            && Members(expected)
                .Select(Values.AsText)
                .Any(
                    part =>
                        !string.IsNullOrWhiteSpace(part)
                        && (holds(text.Trim(), part.Trim()) || AddressText.Holds(text, part, reads, holds))));

    private static bool AnyPlaced(
        JsonElement? actual, JsonElement? expected, DateTimeOffset now, ReadingRules reads, Func<int, bool> holds) =>
        expected is { } bound && Members(actual).Any(value => Place(value, bound, now, reads) is { } place && holds(place));

    private static bool Between(JsonElement? actual, JsonElement? expected, DateTimeOffset now, ReadingRules reads)
    {
        if (expected is not { ValueKind: JsonValueKind.Array } bounds || bounds.GetArrayLength() != 2) return false;
        return Members(actual).Any(value => Place(value, bounds[0], now, reads) >= 0 && Place(value, bounds[1], now, reads) <= 0);
    }

    // Below (-1), at (0) or above (1) the bound; null when the two cannot be put in order.
    private static int? Place(JsonElement value, JsonElement bound, DateTimeOffset now, ReadingRules reads)
    {
        if (Values.AsNumber(value) is { } number && Values.AsNumber(bound) is { } limit) return number.CompareTo(limit);
        if (Values.AsMoment(value, reads) is not { } moment) return null;
        if (RelativeMoment.TryRead(bound, out var distance)) return moment <= distance.Reach(now) ? -1 : 1;
        if (Values.AsMoment(bound, reads) is not { } start) return null;
        if (!Values.IsDateOnly(bound, reads.Order)) return moment.CompareTo(start);
        var next = LocalClock.Resolve(LocalClock.AddDays(LocalClock.Local(start, reads.Zone).Date, 1), reads.Zone);
        return moment < start ? -1 : moment < next ? 0 : 1;
    }

    private static IEnumerable<JsonElement> Members(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } one => [one],
    };
}
