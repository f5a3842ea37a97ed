using System.Text.Json;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>A person's own yes that came with a call: where they said it, and when.</summary>
/// <param name="Source">Where, in words: a form, a counter, a phone call.</param>
/// <param name="At">When; null: when the event happened.</param>
public sealed record OptIn(string? Source, DateTimeOffset? At)
{
    /// <summary>The member of an event's properties in which the call's <c>context.optIn</c> is
    /// kept. Senders cannot set it as a field.</summary>
    public const string Member = "context.optIn";

    /// <summary>As kept with the event.</summary>
    public static Properties Keep(Properties properties, OptIn word)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(word);
        return properties.With(Member, new { source = word.Source, at = word.At });
    }

    /// <summary>The yes of an event; null when it brought none.</summary>
    public static OptIn? Of(CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (!happened.Properties.Members.TryGetValue(Member, out var kept) || kept.ValueKind != JsonValueKind.Object) return null;
        var word = Properties.Of(kept);
        return new OptIn(
            word.Text("source"),
            word.Get("at") is { ValueKind: JsonValueKind.String } at && at.TryGetDateTimeOffset(out var when) ? when : null);
    }
}
