using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>
/// Keeps a customer's moments in step with the facts: when a clock trigger fires, and when an OR condition may turn by time. A moment that
/// is due but not yet worked off stays as long as it is still meant. Moments in the past are noted only where this turn's own news made
/// them (a visit booked later than its lead); never at publishing.
/// </summary>
internal static class MomentKeeping
{
    /// <summary>The customer has changed: every version with moments is asked anew.</summary>
    public static void AfterNews(Turn turn)
    {
        var versions = turn.Setting.Plans.WithMoments(turn.Facts.Company.Id);
        for (var i = 0; i < versions.Count; i++) Keep(turn, versions[i], turn.Before);
    }

    /// <summary>A version was published or resumed: note what lies ahead. Moments of its older versions go.</summary>
    public static void Reschedule(Turn turn, VersionId version)
    {
        if (turn.Setting.Plans.Find(version) is not { } published) return;
        foreach (var moment in turn.Moments)
            if (moment.Version != version && turn.Setting.Plans.Find(moment.Version)?.Sequence == published.Sequence) turn.Remove(moment);
        if (published.TakesEntries) Keep(turn, published, null);
    }

    /// <summary>A moment has come: if it is still meant the entries are asked, and the next one is noted.</summary>
    public static void Due(Turn turn, long id)
    {
        ScheduledMoment? due = null;
        foreach (var known in turn.Moments)
            if (known.Id == id) due = known;
        if (due is null || due.At > turn.Now) return;
        turn.Remove(due);
        if (turn.Setting.Plans.Find(due.Version) is not { } published) return;
        foreach (var entry in published.Plan.Entries)
            if (Find(entry.Rule, due.Node) is { } rule)
            {
                if (!IsMeant(turn, rule, due)) break;
                var came = turn.Own(EventNames.MomentCame, Properties.Empty, record: due.Record) with { At = due.At };
                Entry.Ask(turn, published, new EntryCause { Event = came, Before = turn.Facts, Moment = due });
                if (rule is EntryRule.Any { When: { } when } && Next(turn, when, due.Record, due.At) is { } next)
                    Note(turn, published.Version, due.Node, due.Record, next);
                break;
            }

        if (published.TakesEntries) Keep(turn, published, null);
    }

    private static void Keep(Turn turn, PublishedSequence published, Facts? before)
    {
        foreach (var entry in published.Plan.Entries) Keep(turn, published, entry.Rule, before);
    }

    private static void Keep(Turn turn, PublishedSequence published, EntryRule rule, Facts? before)
    {
        foreach (var input in rule.Inputs) Keep(turn, published, input, before);
        if (rule is EntryRule.Fires { Trigger: ClockTrigger clock }) Keep(turn, published.Version, rule, Meant(turn, clock, before));
        if (rule is EntryRule.Any { When: { } when }) Keep(turn, published.Version, rule, Meant(turn, when));
    }

    private static void Keep(Turn turn, VersionId version, EntryRule rule, List<Moment> meant)
    {
        foreach (var known in turn.Moments)
        {
            if (known.Version != version || known.Node != rule.Node) continue;
            if (known.At <= turn.Now ? !IsMeant(turn, rule, known) : !meant.Contains(new Moment(known.At, known.Record)))
                turn.Remove(known);
        }

        foreach (var moment in meant) Note(turn, version, rule.Node, moment.Record, moment.At);
    }

    private static void Note(Turn turn, VersionId version, string node, RecordKey? record, DateTimeOffset at)
    {
        foreach (var known in turn.Moments)
            if (known.At == at && known.Version == version && known.Node == node && known.Record == record) return;
        turn.Add(new ScheduledMoment(turn.NewId(), version, node, record, at));
    }

    /// <summary>What lies ahead by a clock trigger; what lies behind only if the facts before this turn did not say so already.</summary>
    private static List<Moment> Meant(Turn turn, ClockTrigger clock, Facts? before)
    {
        var meant = new List<Moment>();
        List<Moment>? old = null;
        foreach (var moment in clock.Moments(turn.Facts, turn.Now))
        {
            if (moment.At <= turn.Now && (before is null || (old ??= [.. clock.Moments(before, turn.Now)]).Contains(moment))) continue;
            meant.Add(moment);
        }

        return meant;
    }

    /// <summary>When an OR's conditions may turn next: for each record they ask about as the run's own, else without record.</summary>
    private static List<Moment> Meant(Turn turn, ConditionGroup when)
    {
        var meant = new List<Moment>();
        var needs = when.DependsOn;
        if (!needs.OwnRecord && Next(turn, when, null, turn.Now) is { } plain) meant.Add(new Moment(plain));
        if (needs.OwnRecord)
            foreach (var (key, _) in turn.Facts.Records)
                if ((needs.RecordTypes.IsEmpty || needs.RecordTypes.Contains(key.Type)) && Next(turn, when, key, turn.Now) is { } next)
                    meant.Add(new Moment(next, key));
        return meant;
    }

    private static DateTimeOffset? Next(Turn turn, ConditionGroup when, RecordKey? record, DateTimeOffset after) =>
        when.MayTurnAt(new ConditionContext(turn.Facts, after, null, null, record)) is { } at && at > after ? at : null;

    /// <summary>Whether a moment that has come would still be named. A condition is judged anyway.</summary>
    private static bool IsMeant(Turn turn, EntryRule rule, ScheduledMoment moment)
    {
        if (rule is not EntryRule.Fires { Trigger: ClockTrigger clock }) return true;
        foreach (var meant in clock.Moments(turn.Facts, moment.At.AddTicks(-1)))
            if (meant.At == moment.At && meant.Record == moment.Record) return true;
        return false;
    }

    private static EntryRule? Find(EntryRule rule, string node)
    {
        if (rule.Node == node) return rule;
        foreach (var input in rule.Inputs)
            if (Find(input, node) is { } found) return found;
        return null;
    }
}
