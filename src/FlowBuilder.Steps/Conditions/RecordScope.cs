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
    /// A run without a record, and an event that never concerns one (a submitted form), have nothing to tell apart: they count. Left open,
    /// the scope is <i>same</i> where both are about one type of record, else <i>any</i>.
    /// </summary>
    public static bool Counts(RecordScope? scope, RecordKey? own, string eventName, RecordKey? happened)
    {
        if (scope == RecordScope.Any || own is not { } mine) return true;
        if (happened is not { } theirs) return EventNames.RecordTypeOf(eventName) is null || (scope is null && EventNames.RecordTypeOf(eventName) != mine.Type);
        return theirs == mine || (scope is null && theirs.Type != mine.Type);
    }

    public static string ToWords(RecordScope? scope) => scope switch
    {
        RecordScope.Same => " for the same record",
        RecordScope.Any => " for any record",
        _ => "",
    };
}
