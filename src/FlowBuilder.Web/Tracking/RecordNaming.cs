using System.Text.Json;
using FlowBuilder.Core.Customers;
using FlowBuilder.Runtime.Storage.Model;

namespace FlowBuilder.Web.Tracking;

/// <summary>Finds the record an event is about: by the id property of the contract's table, else by <c>record: {type, id}</c>.</summary>
internal static class RecordNaming
{
    public static RecordKey? Of(string eventName, Properties properties, FaultList faults)
    {
        if (EventNames.RecordTypeOf(eventName) is { } type && properties.Get($"{type}_id") is { } known)
            return IdIn(known, $"properties.{type}_id", faults) is { } id ? new RecordKey(type, id) : null;
        if (properties.Get("record") is not { } named) return null;
        if (named.ValueKind != JsonValueKind.Object)
        {
            // A plain property called "record" is a property like any other.
            return null;
        }

        if (!named.TryGetProperty("type", out var typeValue) || !named.TryGetProperty("id", out var idValue))
        {
            faults.Required(named.TryGetProperty("type", out _) ? "properties.record.id" : "properties.record.type", "a record needs both type and id.");
            return null;
        }

        if (typeValue.ValueKind != JsonValueKind.String || !IsTypeName(typeValue.GetString()!))
        {
            faults.Add("properties.record.type", "wrong-type", "must be a short name of letters, digits, - and _.");
            return null;
        }

        return IdIn(idValue, "properties.record.id", faults) is { } recordId ? new RecordKey(typeValue.GetString()!, recordId) : null;
    }

    public static bool IsTypeName(string name) =>
        name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? IdIn(JsonElement value, string field, FaultList faults)
    {
        var id = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (id is null) faults.WrongType(field, "text (or a number)");
        else if (string.IsNullOrWhiteSpace(id)) faults.Add(field, "empty", "must not be empty.");
        else if (id.Length > Lengths.RecordId) faults.Add(field, "too-long", $"may have at most {Lengths.RecordId} characters.");
        else return id;
        return null;
    }
}
