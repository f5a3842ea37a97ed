using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>
/// The arms of one AND node for one record. An arm that has fired is remembered for the sequence's arm memory. An arm that came without
/// a record (a tag was added) goes with any record; arms of two different records never complete each other.
/// </summary>
internal sealed class Arms(Turn turn, PublishedSequence published, EntryRule.All all, RecordKey? record)
{
    /// <summary>Whether every arm has fired, now or before; answers with the record the run then belongs to.</summary>
    public bool Complete(bool[] fired, out RecordKey? completes, out int missing)
    {
        completes = record;
        missing = Missing(fired, record);
        if (missing == 0 || record is not null) return missing == 0;
        foreach (var (arm, _) in turn.Arms.OrderByDescending(arm => arm.Value).ThenBy(arm => arm.Key.Record?.Id, StringComparer.Ordinal))
        {
            if (arm.Version != published.Version || arm.Node != all.Node || arm.Record is null) continue;
            var without = Missing(fired, arm.Record);
            missing = Math.Min(missing, without);
            if (without > 0) continue;
            completes = arm.Record;
            return true;
        }

        return false;
    }

    /// <summary>Remembers what fired, and forgets what is too old to complete anything or belongs
    /// to a version nobody enters any more.</summary>
    public void Remember(bool[] fired)
    {
        foreach (var (arm, at) in turn.Arms)
            if (arm.Version == published.Version
                ? !IsFresh(at)
                : turn.Setting.Plans.Find(arm.Version) is not { } other || other.Number != other.LiveNumber)
                turn.Forget(arm);
        for (var i = 0; i < fired.Length; i++)
            if (fired[i]) turn.Remember(Key(i, record));
    }

    public void Forget(RecordKey? completed)
    {
        for (var i = 0; i < all.Inputs.Length; i++)
        {
            if (turn.Arms.ContainsKey(Key(i, completed))) turn.Forget(Key(i, completed));
            if (completed is not null && turn.Arms.ContainsKey(Key(i, null))) turn.Forget(Key(i, null));
        }
    }

    private int Missing(bool[] fired, RecordKey? with)
    {
        var missing = 0;
        for (var i = 0; i < fired.Length; i++)
            if (!fired[i] && !IsRemembered(Key(i, with)) && !(with is not null && IsRemembered(Key(i, null)))) missing++;
        return missing;
    }

    private bool IsRemembered(ArmKey arm) => turn.Arms.TryGetValue(arm, out var at) && IsFresh(at);

    private bool IsFresh(DateTimeOffset at) => published.Plan.Settings.ArmMemory.After(at) >= turn.Now;

    private ArmKey Key(int arm, RecordKey? of) => new(published.Version, all.Node, of, arm);
}
