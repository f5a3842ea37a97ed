using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps;

/// <summary>Plain words for values and comparisons, shared by the sentences of all steps.</summary>
internal static class ValuePhrases
{
    private const int Longest = 80;

    public static string Quote(string? text, string missing = "…") =>
        string.IsNullOrWhiteSpace(text) ? $"({missing})" : $"“{Short(text.Trim())}”";

    /// <summary>A field or property name as people say it: <c>first_name</c> is first name, <c>due_at</c> is due date.</summary>
    public static string Field(string? name) =>
        string.IsNullOrWhiteSpace(name)
            ? "field (not yet chosen)"
            : Short(Plain(name.Trim()).Replace('_', ' ').Replace(".", " ", StringComparison.Ordinal));

    public static string Value(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "(nothing)",
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { ValueKind: JsonValueKind.String } text =>
            Values.AsText(text) is not { } said ? "(unreadable)" : Relative(said) ?? Quote(said, "nothing"),
        { ValueKind: JsonValueKind.Array } list => List(list.EnumerateArray().Take(6).Select(item => Value(item)), "or"),
        { } other => Short(other.GetRawText()),
    };

    /// <summary>“is at least 500”, “is not empty”...</summary>
    public static string Compare(Operator? op, JsonElement? value, bool not = false) => (op ?? Operator.Is) switch
    {
        Operator.Is => $"{Is(not)} {Value(value)}",
        Operator.IsNot => $"{Is(!not)} {Value(value)}",
        Operator.Contains => $"{(not ? "does not contain" : "contains")} {Value(value)}",
        Operator.NotContains => $"{(not ? "contains" : "does not contain")} {Value(value)}",
        Operator.StartsWith => $"{(not ? "does not start" : "starts")} with {Value(value)}",
        Operator.EndsWith => $"{(not ? "does not end" : "ends")} with {Value(value)}",
        Operator.Empty => $"{Is(not)} empty",
        Operator.NotEmpty => $"{Is(!not)} empty",
        Operator.Greater => $"{Is(not)} more than {Value(value)}",
        Operator.AtLeast => $"{Is(not)} at least {Value(value)}",
        Operator.Less => $"{Is(not)} less than {Value(value)}",
        Operator.AtMost => $"{Is(not)} at most {Value(value)}",
        Operator.Between =>
            $"{Is(not)} between "
                + $"{(value is { ValueKind: JsonValueKind.Array } pair ? List(pair.EnumerateArray().Select(item => Value(item)), "and") : Value(value))}",
        Operator.In => $"{Is(not)} one of {Value(value)}",
        Operator.NotIn => $"{Is(!not)} one of {Value(value)}",
        Operator.Before => $"{Is(not)} before {Value(value)}",
        Operator.After => $"{Is(not)} after {Value(value)}",
    };

    /// <summary>“, where total is at least 500 and ...”; nothing for no lines.</summary>
    public static string Where(ImmutableArray<PropertyCondition> lines) => lines.IsDefaultOrEmpty ? ""
        : ", where "
            + string.Join(" and ", lines.Select(line => line is null ? "…" : $"{Field(line.Property)} {Compare(line.Op, line.Value)}"));

    public static string List(IEnumerable<string> parts, string last)
    {
        var all = parts.ToArray();
        return all.Length switch
        {
            0 => "(nothing yet)",
            1 => all[0],
            _ => $"{string.Join(", ", all[..^1])} {last} {all[^1]}",
        };
    }

    public static string Hours(TimeOnly? from, TimeOnly? to) =>
        $"{(from is { } start ? ClockWords.Of(start) : "…")} and {(to is { } end ? ClockWords.Of(end) : "…")}";

    public static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");

    private static string Plain(string name) =>
        name.EndsWith("_at", StringComparison.Ordinal) && name.Length > 3 ? name[..^3] + " date" : name;

    private static string Is(bool not) => not ? "is not" : "is";

    private static string? Relative(string text)
    {
        if (text.Length < 3 || text[0] is not ('P' or '-') || !Duration.TryParse(text, out var distance)) return null;
        return distance.IsZero
            ? "now"
            : string.Create(CultureInfo.InvariantCulture, $"{distance.ToWords()} {(distance.IsNegative ? "ago" : "from now")}");
    }
}
