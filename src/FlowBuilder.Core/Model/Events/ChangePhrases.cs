using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>Events of our own about a customer's changes, as a line of the history.</summary>
public static class ChangePhrases
{
    private const int Named = 2;

    /// <summary>How often what the event tells of happened in it: several changes nobody can hear are told together.</summary>
    public static int Times(CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened is { Kind: EventKind.Own, Name: EventNames.FieldChanged or EventNames.TagAdded or EventNames.TagRemoved }
            && happened.Properties.Number("count") is { } count
            ? (int)count
            : 1;
    }

    /// <summary>A line such as <c>Changed: city, phone, 12 more</c>; the event's own name where it is about something else.</summary>
    public static string Of(string name, Properties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return name switch
        {
            EventNames.FieldChanged when List(properties, "fields", "field") is { } fields => $"Changed: {fields}",
            EventNames.TagAdded when List(properties, "tags", "tag") is { } tags => $"Tag added: {tags}",
            EventNames.TagRemoved when List(properties, "tags", "tag") is { } tags => $"Tag removed: {tags}",
            EventNames.LimitReached when List(properties, "names", "name") is { } names =>
                $"Left out because the customer has reached the limit: {names}",
            EventNames.NotUnderstood when properties.Text("field") is { } field =>
                $"Not understood: “{properties.Text("value")}”, the {field}, is not {properties.Text("wanted") ?? "what it should be"}",
            _ => name,
        };
    }

    private static string? List(Properties properties, string many, string one)
    {
        if (properties.Get(many) is not { ValueKind: JsonValueKind.Array } list) return properties.Text(one);
        var all = properties.Number("count") is { } count ? (int)count : list.GetArrayLength();
        var shown = list.EnumerateArray().Take(all > Named + 1 ? Named : all).Select(name => name.GetString()).ToList();
        return string.Join(", ", shown)
            + (all > shown.Count ? string.Create(CultureInfo.InvariantCulture, $", {all - shown.Count:N0} more") : "");
    }
}
