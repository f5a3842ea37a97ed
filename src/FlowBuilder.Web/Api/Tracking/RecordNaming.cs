using System.Text.Json;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage.Model;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Finds the record an event is about: by the id property of the contract's table (<c>estimate_id</c>,
/// also <c>estimateId</c>), else by <c>record: {type, id}</c>. A blank or a placeholder is no id.</summary>
internal static class RecordNaming
{
    public static RecordKey? Of(string eventName, Properties properties, FaultList faults)
    {
        if (EventNames.RecordTypeOf(eventName) is { } type)
            foreach (var name in Names(type))
                if (properties.Get(name) is { } known && IdIn(known, $"properties.{name}", faults) is { } id)
                    return new RecordKey(type, id);
        if (properties.Get("record") is not { } named) return null;
        if (named.ValueKind != JsonValueKind.Object)
        {
            // A plain property called "record" is a property like any other.
            return null;
        }

        if (!named.TryGetProperty("type", out var typeValue) || !named.TryGetProperty("id", out var idValue))
        {
            faults.Required(
                named.TryGetProperty("type", out _) ? "properties.record.id" : "properties.record.type",
                "a record needs both type and id.");
            return null;
        }

        if (typeValue.ValueKind != JsonValueKind.String || !IsTypeName(typeValue.GetString()!))
        {
            faults.Add("properties.record.type", "wrong-type", "must be a short name of letters, digits, - and _.");
            return null;
        }

        return IdIn(idValue, "properties.record.id", faults) is { } recordId ? new RecordKey(typeValue.GetString()!, recordId) : null;
    }

    /// <summary>The properties without dates of the table that nobody set (blank, or the zero time
    /// of the sender's language): they are as if absent.</summary>
    public static Properties WithoutZeroTimes(string eventName, Properties properties)
    {
        if (EventNames.RecordTypeOf(eventName) is not { } type) return properties;
        foreach (var date in RecordDates.Of(type))
            if (properties.Members.TryGetValue(date, out var value) && value.ValueKind != JsonValueKind.Null && EmptyValues.IsNoTime(value))
                properties = properties.Without(date);
        return properties;
    }

    public static bool IsTypeName(string name) =>
        name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string[] Names(string type) =>
        type == "todo" ? ["todo_id", "to_do_id", "todoId", "toDoId"] : [$"{type}_id", $"{type}Id"];

    private static string? IdIn(JsonElement value, string field, FaultList faults)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) faults.WrongType(field, "text (or a number)");
        else if (IdText.Of(value) is not { } id) return null;
        else if (id.Length > Lengths.RecordId) faults.Add(field, "too-long", $"can have at most {Lengths.RecordId} characters.");
        else return id;
        return null;
    }
}
