using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

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
    /// where both are about one type of record, else <i>any</i>. “No record” is a record of its own for each type: an estimate sent without
    /// an id is answered by an answer without one.
    /// </summary>
    /// <param name="scope">What the step asks for.</param>
    /// <param name="own">The run's record.</param>
    /// <param name="started">The event that started the run: where it tells no record, what type of record it would have been.</param>
    /// <param name="eventName">The event in question.</param>
    /// <param name="happened">Its record.</param>
    public static bool Counts(RecordScope? scope, RecordKey? own, StartingEvent? started, string eventName, RecordKey? happened)
    {
        var type = EventNames.RecordTypeOf(eventName);
        if (scope == RecordScope.Any || (happened is null && type is null)) return true;
        if (own is { } mine) return happened == mine || (scope is null && (happened?.Type ?? type) != mine.Type);
        return scope is null || (happened is null && started is not null && EventNames.RecordTypeOf(started.Name) == type);
    }

    public static string ToWords(RecordScope? scope) => scope switch
    {
        RecordScope.Same => " for the same record",
        RecordScope.Any => " for any record",
        null => "",
    };
}
