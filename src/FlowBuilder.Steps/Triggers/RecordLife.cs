using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Which events set a record's date and which end the waiting for it; the newest of them decides.</summary>
internal sealed class RecordLife(string[] begins, string[] ends)
{
    private readonly string[] _overStates = [.. ends.Select(EventNames.StatusOf)];

    /// <summary>Whether nothing is to be expected of the record any more.</summary>
    public bool IsOver(Record record, Facts facts)
    {
        if (record.Status is { } status && _overStates.Contains(status)) return true;
        return Newest(record.Key, facts, name => begins.Contains(name) || ends.Contains(name)) is { } newest && ends.Contains(newest.Name);
    }

    /// <summary>When the date now known was told, by the sender's time.</summary>
    public DateTimeOffset ToldAt(Record record, Facts facts) => Newest(record.Key, facts, begins.Contains)?.At ?? record.UpdatedAt;

    private static HistoryEvent? Newest(RecordKey key, Facts facts, Func<string, bool> isMeant)
    {
        HistoryEvent? newest = null;
        var happenings = facts.Happenings;
        // The newest by the sender's time, whatever the order of arrival; of two at one time the later to arrive.
        for (var index = happenings.Count - 1; index >= 0; index--)
            if (happenings[index] is var happening
                && happening.Record == key
                && (newest is null || happening.At > newest.Value.At)
                && isMeant(happening.Name))
                newest = happening;
        return newest;
    }
}
