using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// What a sender tells in a place that holds a date or a time zone, and nobody can read, is kept as
/// it is and told: <i>Not Understood</i> in the history with <c>field</c>,
/// <c>value</c> and <c>wanted</c>; and a line in the ledger of every sequence that would have started by that date.
/// </summary>
public static class Unreadable
{
    private const int Shown = 80;

    /// <summary>Properties of records that hold amounts, whatever their type.</summary>
    public static IReadOnlyList<string> Amounts { get; } = ["total", "amount", "balance"];

    /// <summary>A record's usual dates, as an event told them.</summary>
    internal static void Tell(Turn turn, RecordKey key, CustomerEvent happened)
    {
        foreach (var property in RecordDates.Of(key.Type))
        {
            if (!happened.Properties.Members.TryGetValue(property, out var value)
                || Comparison.IsEmpty(value)
                || Values.AsDate(value, turn.Facts.Company.ReadsDates) is not null)
                continue;
            Tell(turn, happened, property, value, "a date");
            if (!happened.Imported)
                Refuse(turn, key.Type, property, $"“{Short(value)}”, the {property} of {ReasonPhrases.Of(key)}, is not a date.");
        }
    }

    /// <summary>A record's usual amounts, as an event told them.</summary>
    internal static void TellAmounts(Turn turn, CustomerEvent happened)
    {
        foreach (var property in Amounts)
            if (happened.Properties.Members.TryGetValue(property, out var value) && IsNoAmount(value))
                Tell(turn, happened, property, value, "a number");
    }

    /// <summary>Whether a text in a place of an amount spells no number.</summary>
    public static bool IsNoAmount(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !Comparison.IsEmpty(value) && Values.AsNumber(value) is null;

    /// <summary>The field <c>time_zone</c>, as a call told it.</summary>
    internal static void Tell(Turn turn, CustomerEvent happened, string field, JsonElement value)
    {
        if (field == "time_zone" && !Comparison.IsEmpty(value) && ZoneText.Read(Values.AsText(value)).IsEmpty)
            Tell(turn, happened, field, value, "a time zone");
    }

    private static void Tell(Turn turn, CustomerEvent happened, string field, JsonElement value, string wanted) =>
        turn.Announce(turn.Own(
            EventNames.NotUnderstood, Properties.Of(("field", field), ("value", Short(value)), ("wanted", wanted)), happened,
            happened.Record));

    private static void Refuse(Turn turn, string type, string property, string because)
    {
        foreach (var published in turn.Setting.Plans.WithMoments(turn.Facts.Company.Id))
            if (published.TakesEntries)
                foreach (var entry in published.Plan.Entries)
                    if (StartsBy(entry.Rule, type, property) is { } node)
                        turn.Decide(published.Sequence, null, DecisionOutcome.NotEntered, because, node);
    }

    private static string? StartsBy(EntryRule rule, string type, string property) => rule.DescendantsAndSelf().FirstOrDefault(below =>
        below is EntryRule.Fires { Trigger: ClockTrigger clock }
        && clock.RecordType == type
        && clock.KnownDates.Any(date => date.Property == property && !date.Ahead.IsNegative))?.Node;

    private static string Short(JsonElement value)
    {
        var text = Values.AsText(value) ?? value.GetRawText();
        return text.Length > Shown ? text[..Shown] + "…" : text;
    }
}
