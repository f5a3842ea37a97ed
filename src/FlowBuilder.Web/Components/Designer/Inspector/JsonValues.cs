using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Web.Components.Designer.Inspector;

/// <summary>Values of any kind as a person types them. A number is stored as a number, so that it
/// compares as one; everything else as text.</summary>
internal static class JsonValues
{
    /// <summary>As it is shown in a text box.</summary>
    public static string Show(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Select(item => Show(item))),
        { ValueKind: JsonValueKind.True } => "yes",
        { ValueKind: JsonValueKind.False } => "no",
        { } single => single.ToString(),
    };

    /// <summary>What was typed; null when nothing was.</summary>
    public static JsonElement? Read(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        // “007” and “1e5” are texts: a postal code must keep its zeros.
        var isNumber = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text;
        return isNumber ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(text);
    }

    /// <summary>What was typed for a comparison: a list where it compares with several.</summary>
    public static JsonElement? Read(string? typed, Operator? op) => op is Operator.In or Operator.NotIn
        ? List((typed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        : Read(typed);

    /// <summary>The two ends of “between”.</summary>
    public static JsonElement? Between(string? from, string? to) =>
        Read(from) is null && Read(to) is null ? null : JsonSerializer.SerializeToElement(new[] { Read(from), Read(to) });

    /// <summary>One end of “between” as shown.</summary>
    public static string End(JsonElement? value, int index) =>
        value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > index ? Show(list[index]) : "";

    private static JsonElement? List(string[] items) =>
        items.Length == 0 ? null : JsonSerializer.SerializeToElement(items.Select(item => Read(item)));
}
