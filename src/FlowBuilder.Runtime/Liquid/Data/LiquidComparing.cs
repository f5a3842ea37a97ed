using System.Collections;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Runtime.Html;
using Scriban.Syntax;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>
/// Compares two values of a text as the conditions of a sequence do (<see cref="Comparison"/>), so that <c>{% if record.total > 400 %}</c>
/// and the condition <i>total over 400</i> never disagree. <c>blank</c> and <c>empty</c> are Liquid's own.
/// </summary>
internal static class LiquidComparing
{
    /// <summary>Longer texts are compared letter by letter: they spell neither a number nor a date.</summary>
    private const int Short = 100;

    /// <summary>Whether a binary operator is one of Liquid's comparisons.</summary>
    internal static bool Knows(
        ScriptBinaryOperator op) => op is ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
        or ScriptBinaryOperator.CompareGreater
        or ScriptBinaryOperator.CompareGreaterOrEqual or ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual
        or ScriptBinaryOperator.LiquidContains;

    /// <summary>Whether the comparison holds.</summary>
    internal static bool Holds(object? left, ScriptBinaryOperator op, object? right, TimeZoneInfo zone) => op switch
    {
        ScriptBinaryOperator.CompareEqual => Same(left, right, zone),
        ScriptBinaryOperator.CompareNotEqual => !Same(left, right, zone),
        ScriptBinaryOperator.CompareGreater => Order(left, right, zone) > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => Order(left, right, zone) >= 0,
        ScriptBinaryOperator.CompareLess => Order(left, right, zone) < 0,
        ScriptBinaryOperator.CompareLessOrEqual => Order(left, right, zone) <= 0,
        _ => Contains(left, right, zone),
    };

    /// <summary>Whether two values are the same.</summary>
    internal static bool Same(object? left, object? right, TimeZoneInfo zone)
    {
        if (left is LiquidBlank blank) return blank.Is(right);
        if (right is LiquidBlank other) return other.Is(left);
        if (left is bool || right is bool) return string.Equals(Flag(left), Flag(right), StringComparison.OrdinalIgnoreCase);
        if (left is FieldView || right is FieldView) return ReferenceEquals(left, right);
        if (left is IList list) return right is IList others ? Equal(list, others, zone) : Any(list, right, zone);
        if (right is IList members) return Any(members, left, zone);
        if (TextOf(left) is { Length: > Short } || TextOf(right) is { Length: > Short })
            return string.Equals(TextOf(left)?.Trim(), TextOf(right)?.Trim(), StringComparison.OrdinalIgnoreCase);
        return Comparison.Same(Json(left), Json(right), zone);
    }

    /// <summary>Below, at or above; null when the two cannot be put in order.</summary>
    internal static int? Order(object? left, object? right, TimeZoneInfo zone)
    {
        if (left is null or LiquidBlank or bool or FieldView or IList || right is null or LiquidBlank or bool or FieldView or IList)
            return null;
        if (LiquidNumbers.Read(left) is { } one && LiquidNumbers.Read(right) is { } two) return one.CompareTo(two);
        if (TextOf(left) is not { Length: > 0 } text || TextOf(right) is not { Length: > 0 } bound) return null;
        if (Values.AsMoment(text, zone) is { } moment && Values.AsMoment(bound, zone) is { } limit) return moment.CompareTo(limit);
        return string.CompareOrdinal(text, bound);
    }

    /// <summary>For sorting: numbers by size, texts by their letters, what is missing last.</summary>
    internal static int Sorted(object? left, object? right, bool natural)
    {
        if (left is null || right is null) return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        if (left is not string && right is not string && LiquidNumbers.Read(left) is { } one && LiquidNumbers.Read(right) is { } two)
            return one.CompareTo(two);
        var (text, other) = (TextOf(left) ?? "", TextOf(right) ?? "");
        return natural ? string.Compare(text, other, StringComparison.OrdinalIgnoreCase) : string.CompareOrdinal(text, other);
    }

    private static bool Contains(object? left, object? right, TimeZoneInfo zone) => left switch
    {
        null or LiquidBlank => false,
        IList list => Any(list, right, zone),
        FieldView view => TextOf(right) is { } name && view.Contains(name),
        _ => TextOf(right) is { Length: > 0 } part && TextOf(left)?.Contains(part, StringComparison.OrdinalIgnoreCase) == true,
    };

    private static bool Any(IList list, object? value, TimeZoneInfo zone)
    {
        foreach (var member in list)
            if (Same(member, value, zone)) return true;
        return false;
    }

    private static bool Equal(IList list, IList others, TimeZoneInfo zone)
    {
        if (list.Count != others.Count) return false;
        for (var i = 0; i < list.Count; i++)
            if (!Same(list[i], others[i], zone)) return false;
        return true;
    }

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        HtmlFragment fragment => fragment.Source,
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static JsonElement? Json(object? value) => value switch
    {
        null => null,
        string text => JsonSerializer.SerializeToElement(text),
        long or int or decimal or double => JsonSerializer.SerializeToElement(value, value.GetType()),
        _ => JsonSerializer.SerializeToElement(TextOf(value)),
    };

    private static string Flag(object? value) => value is bool flag ? flag ? "true" : "false" : value is string text ? text.Trim() : "";
}
