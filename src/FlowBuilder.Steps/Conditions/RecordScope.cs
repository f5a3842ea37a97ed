using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;

namespace FlowBuilder.Steps.Conditions;

/// <summary>Which record's events count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordScope>))]
public enum RecordScope
{
    /// <summary>Only events about the record the run belongs to.</summary>
    [JsonStringEnumMemberName("same")] Same,

    /// <summary>Events about any record.</summary>
    [JsonStringEnumMemberName("any")] Any,
}

/// <summary>Decides whether an event belongs to the run's record.</summary>
internal static class SameRecord
{
    /// <summary>
    /// An event that never concerns a record (a submitted form) has nothing to tell apart: it counts. Left open, the scope is <i>same</i>
    /// where both are about one type of record, else <i>any</i>. Asked for the same record, a run without one never has it.
    /// </summary>
    public static bool Counts(RecordScope? scope, RecordKey? own, string eventName, RecordKey? happened)
    {
        if (scope == RecordScope.Any || (happened is null && EventNames.RecordTypeOf(eventName) is null)) return true;
        if (own is not { } mine) return scope is null;
        return happened == mine || (scope is null && (happened?.Type ?? EventNames.RecordTypeOf(eventName)) != mine.Type);
    }

    public static string ToWords(RecordScope? scope) => scope switch
    {
        RecordScope.Same => " for the same record",
        RecordScope.Any => " for any record",
        _ => "",
    };
}
