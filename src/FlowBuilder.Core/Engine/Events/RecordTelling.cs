using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>What an event tells of a record. The time of the event decides for the status and for
/// each property: an older one never undoes what a newer one has told.</summary>
internal static class RecordTelling
{
    /// <summary>Whether something newer is known of what an event is about, so that it may stop runs but starts none.</summary>
    /// <param name="before">The facts before it.</param>
    /// <param name="happened">The event.</param>
    public static bool IsOlder(Facts before, CustomerEvent happened)
    {
        if (happened.Kind != EventKind.Track) return false;
        if (happened.Record is { } key) return before.Find(key) is { } record && record.UpdatedAt > happened.At;
        if (EventNames.RecordTypeOf(happened.Name) is not { } type) return false;
        // “No record” is a record of its own for each type: what is known of it stands in the history alone.
        var happenings = before.Happenings;
        for (var i = happenings.Count - 1; i >= 0; i--)
            if (happenings[i] is { Record: null } other && other.At > happened.At && EventNames.RecordTypeOf(other.Name) == type)
                return true;
        return false;
    }

    /// <summary>What an older event is told in the ledger.</summary>
    public static string Words(CustomerEvent happened) =>
        $"“{happened.Name}” is older than what is already "
            + $"known{(happened.Record is { } record ? $" about {Turns.ReasonPhrases.Of(record)}" : "")}";

    /// <summary>The record with what the event tells, as far as a record may hold it.</summary>
    public static Record Tell(Turn turn, Record record, CustomerEvent happened)
    {
        var isNewest = happened.At >= record.UpdatedAt || record.Status is null;
        var told = happened.Properties;
        var (properties, was) = (record.Properties, record.Stamps);
        var (known, stamps) =
            (new PropertiesEdit(properties, told.Members.Count), new NameTableEdit<DateTimeOffset>(was, properties.Members.Count));
        // What no newer event tells again keeps the time at which it was told.
        if (happened.At > record.UpdatedAt)
            foreach (var (name, _) in properties.InOrder)
                if (!told.Members.ContainsKey(name) && !was.ContainsKey(name)) stamps.Set(name, record.UpdatedAt);
        var limits = turn.Setting.Limits;
        var room = new PropertyAllowance(properties, told, limits.RecordFields, limits.RecordBytes);
        foreach (var (name, value) in told.InOrder)
        {
            if (known.ContainsKey(name) && record.ToldAt(name) > happened.At) continue;
            if (!room.Takes(known, name, value))
            {
                turn.LeaveOut($"{name} of {Turns.ReasonPhrases.Of(record.Key)}");
                continue;
            }

            known.Set(name, value);
            if (happened.At >= record.UpdatedAt) stamps.Remove(name);
            else stamps.Set(name, happened.At);
        }

        return record with
        {
            Properties = known.Done(),
            Stamps = stamps.Done(),
            Status = isNewest ? EventNames.StatusOf(happened.Name) : record.Status,
            UpdatedAt = happened.At > record.UpdatedAt ? happened.At : record.UpdatedAt,
        };
    }
}
