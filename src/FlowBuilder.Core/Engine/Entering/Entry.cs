using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Reviews;
using FlowBuilder.Core.Engine.Stepping;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>
/// The way in: asks every sequence that can care, opens runs, and leaves one line in the ledger for every refusal: the entry rules, then
/// holds, re-entry, and a Stop When that holds already.
/// </summary>
internal static class Entry
{
    /// <summary>An event was worked off. What is imported or too deep starts nothing; what names a
    /// sequence is for that sequence only.</summary>
    public static void OnEvent(Turn turn, CustomerEvent happened, Facts before)
    {
        if (happened.Imported) return;
        if (happened.Depth > CustomerEvent.MaxDepth)
        {
            Cut(turn, happened);
            return;
        }

        if (happened.Name == EventNames.EnrolledByHand) return;
        if (happened.Name == EventNames.SequenceStarted)
        {
            Started(turn, happened, before);
            return;
        }

        var company = turn.Facts.Company.Id;
        var listening = turn.Setting.Plans.ListeningTo(company, happened.Name);
        var conditional = turn.Setting.Plans.WithEntryConditions(company);
        if (listening.Count == 0 && conditional.Count == 0) return;
        var cause = new EntryCause { Event = happened, Before = before, IsOlder = RecordTelling.IsOlder(before, happened) };
        for (var i = 0; i < listening.Count; i++) Ask(turn, listening[i], cause);
        for (var i = 0; i < conditional.Count; i++)
            if (!listening.Contains(conditional[i])) Ask(turn, conditional[i], cause);
    }

    /// <summary>Asks one version, and lets the customer in or writes down why not. Silence leaves no trace.</summary>
    public static TurnAnswer Ask(Turn turn, PublishedSequence published, EntryCause cause)
    {
        if (published.Number != published.LiveNumber || published.State is SequenceState.Draft or SequenceState.Archived)
            return new TurnAnswer.Refused(Refusal.NotEntered, "The sequence is not live.");
        var hold = Holds.Of(turn.Facts, published);
        var rules = new EntryRules(turn, published, cause) { Forgetful = hold != Hold.None || cause.IsOlder };
        var refused = EntryAnswer.Silent;
        foreach (var entry in published.Plan.Entries)
        {
            var answer = rules.Ask(entry.Rule);
            if (answer.Way != EntryWay.Silent && cause.IsOlder)
                return Refuse(turn, published, RecordTelling.Words(cause.Event), answer.Node);
            if (answer.Way == EntryWay.Enters) return Enter(turn, published, entry, answer.Record, cause, hold);
            if (refused.Way == EntryWay.Silent) refused = answer;
        }

        if (refused.Way == EntryWay.Silent)
            return new TurnAnswer.Refused(Refusal.NotEntered, "No trigger in this sequence listens for this.");
        return Refuse(turn, published, hold == Hold.None ? refused.Because! : ReasonPhrases.Paused(hold), refused.Node);
    }

    private static TurnAnswer Enter(Turn turn, PublishedSequence published, PlanEntry entry, RecordKey? record, EntryCause cause, Hold hold)
    {
        if (hold != Hold.None) return Refuse(turn, published, ReasonPhrases.Paused(hold), null);
        if (ReEntryRule.Against(turn.Facts, published.Sequence, cause, record, published.Plan.Settings.ReEntry, turn.Now) is { } against)
            return Refuse(turn, published, against, null);
        var run = new Enrollment
        {
            Id = new EnrollmentId(turn.NewId()), Company = published.Company, Customer = turn.Facts.Customer.Id,
            Sequence = published.Sequence, Version = published.Version, Record = record,
            State = EnrollmentState.Active, Cursor = entry.FirstStep,
            EnteredAt = turn.Now, EnteredSeq = cause.Event.Seq, ArrivedAt = turn.Now, DueAt = turn.Now,
            Event = cause.Starting, Depth = cause.Event.Depth,
        };
        if (Stops.Met(turn, run, published.Plan) is >= 0 and var met)
        {
            var stop = published.Plan.Stops[met];
            var c = Stops.Context(turn, run);
            return Refuse(
                turn, published,
                $"its Stop When is already met: "
                    + $"{ReasonPhrases.WhyHolds(stop.When, c, ReasonPhrases.Names(turn.Setting.Plans, published.Company))}",
                stop.Node);
        }

        BeginAnew(turn, published, record, cause);
        if (cause.Moment is not null) turn.Record(cause.Event);
        var reason = Reason(cause, record);
        turn.Decide(published.Sequence, run.Id, DecisionOutcome.Entered, reason, cause.By);
        if (entry.FirstStep == PlanStep.End) turn.Open(RunProgress.Ended(run, EnrollmentState.Done, "There was nothing to do.", turn.Now));
        else if (published.Plan.Settings.ReviewBeforeExecution) ReviewLifecycle.Open(turn, published, run, reason);
        // It stands on its first step already; only rounds are still to be counted.
        else turn.Open(published.Plan.Steps[run.Cursor].InCycle ? RunProgress.Arrived(run, run.Cursor, published.Plan, turn.Now) : run);
        return new TurnAnswer.Entered(run.Id);
    }

    /// <summary>Re-entry by <i>restart</i>: a run that is under way for the same record ends, and the new one takes its place.</summary>
    private static void BeginAnew(Turn turn, PublishedSequence published, RecordKey? record, EntryCause cause)
    {
        if (published.Plan.Settings.ReEntry is not ReEntry.Restart) return;
        foreach (var run in turn.Facts.Enrollments)
            if (run.Sequence == published.Sequence && run.Record == record && run.IsLive && turn.PlanOf(run) is { } plan)
                Stops.End(
                    turn, run, plan,
                    cause.Moment is null
                        ? $"Stopped because it is starting over with a newer “{cause.Event.Name}”."
                        : "Stopped because it is starting over.",
                    null, tidyUp: false);
    }

    private static string Reason(EntryCause cause, RecordKey? record)
    {
        var about = record is { } of ? $" ({ReasonPhrases.Of(of)})" : "";
        return cause switch
        {
            { By: { } by } => $"Entered by hand, by {by}{about}.",
            { Moment: not null } => $"Entered because its time came{about}.",
            { Event.Name: EventNames.SequenceStarted } => $"Entered because another sequence started it{about}.",
            _ => $"Entered because of “{cause.Event.Name}”{about}.",
        };
    }

    private static TurnAnswer.Refused Refuse(Turn turn, PublishedSequence published, string because, string? node)
    {
        var sentence = $"{char.ToUpperInvariant(because[0])}{because.AsSpan(1)}.";
        turn.Decide(published.Sequence, null, DecisionOutcome.NotEntered, sentence, node);
        return new TurnAnswer.Refused(Refusal.NotEntered, sentence);
    }

    private static void Started(Turn turn, CustomerEvent happened, Facts before)
    {
        if (!SequenceId.TryParse(happened.Properties.Text("sequence"), out var id)
            || turn.Setting.Plans.Newest(turn.Facts.Company.Id, id) is not { } published)
            return;
        var silent = turn.ChangeCount;
        var answer = Ask(turn, published, new EntryCause { Event = happened, Before = before });
        if (answer is TurnAnswer.Refused refused && turn.ChangeCount == silent)
            turn.Decide(id, null, DecisionOutcome.NotEntered, $"Another sequence tried to start it: {refused.Because}");
    }

    private static void Cut(Turn turn, CustomerEvent happened)
    {
        if (happened.RaisedBy is not { } id || turn.Run(id) is not { } run) return;
        turn.Decide(run.Sequence, run.Id, DecisionOutcome.NotEntered,
            $"Sequences can start each other up to {CustomerEvent.MaxDepth} levels deep; “{happened.Name}” came after that and started "
                + $"nothing.");
    }
}
