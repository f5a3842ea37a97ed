using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// Tells the changes one call makes to a customer, as events of our own. A change that some sequence can hear is an event of its own;
/// changes nobody can hear are told together, as one event of the same name with their names and <c>count</c>, in the same place of the
/// order. So the history says all that changed, conditions that ask how often something changed count right, and a call with 500 new fields
/// costs one event, not 500.
/// </summary>
internal static class Changes
{
    /// <summary>Announces changes of one call in their order.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="changes">Event names and what they tell.</param>
    /// <param name="origin">The event they follow from; null when a person stands behind them.</param>
    /// <param name="before">The facts before, where no other event tells of the changes: the first one told carries it.</param>
    public static void Announce(Turn turn, IReadOnlyList<(string Name, Properties Change)> changes, CustomerEvent? origin, Facts? before)
    {
        if (changes.Count == 0) return;
        var ears = changes.Count > 1 && turn.Setting.GathersChanges ? new Ears(turn) : null;
        for (var at = 0; at < changes.Count;)
        {
            // Where a person's edit may turn an entry condition, the run must enter at the first
            // change, as it would if all were told alone.
            var alone = ears is null || (at == 0 && before is not null && ears.Conditional) || ears.Hear(changes[at]);
            var until = at + 1;
            if (!alone)
                while (until < changes.Count && changes[until].Name == changes[at].Name && !ears!.Hear(changes[until])) until++;
            if (until - at > 1 && Together(changes, at, until) is var together && !ears!.Fires(changes[at].Name, together))
            {
                turn.Announce(turn.Own(changes[at].Name, together, origin), before);
                (at, before) = (until, null);
                continue;
            }

            for (; at < until; at++)
            {
                turn.Announce(turn.Own(changes[at].Name, changes[at].Change, origin), before);
                before = null;
            }
        }
    }

    private static Properties Together(IReadOnlyList<(string Name, Properties Change)> changes, int from, int until)
    {
        var (one, many) = changes[from].Name == EventNames.FieldChanged ? ("field", "fields") : ("tag", "tags");
        return Properties.Of(many, Enumerable.Range(from, until - from).Select(at => changes[at].Change.Text(one)).ToArray())
            .With("count", until - from);
    }

    /// <summary>What of the company can hear this customer: the newest versions, and older ones the customer is still in.</summary>
    private sealed class Ears
    {
        private readonly Turn _turn;
        private readonly Hearing _newest;
        private readonly List<Hearing> _older = [];

        public Ears(Turn turn)
        {
            _turn = turn;
            var company = turn.Facts.Company.Id;
            _newest = turn.Setting.Plans.HeardBy(company);
            Conditional = turn.Setting.Plans.WithEntryConditions(company).Count > 0;
            foreach (var run in turn.Facts.Enrollments)
                if (run.IsLive && turn.PlanOf(run) is { } published && published.Number != published.LiveNumber)
                    _older.Add(Hearing.Of(published.Plan));
        }

        /// <summary>Some sequence can be entered by a condition that turns.</summary>
        public bool Conditional { get; }

        public bool Hear((string Name, Properties Change) told) =>
            _newest.Hears(told.Name, told.Change)
            || _older.Exists(hearing => hearing.Hears(told.Name, told.Change))
            || Fires(told.Name, told.Change);

        /// <summary>Whether some trigger would answer to it.</summary>
        public bool Fires(string name, Properties change)
        {
            var listening = _turn.Setting.Plans.ListeningTo(_turn.Facts.Company.Id, name);
            if (listening.Count == 0) return false;
            var asked = new CustomerEvent
            {
                Seq = _turn.LastSeq, Name = name, Kind = EventKind.Own, At = _turn.Now, ArrivedAt = _turn.Now, Properties = change,
                Source = CustomerEvent.OwnSource
            };
            foreach (var published in listening)
                foreach (var rule in published.Plan.EntryRules)
                    if (rule is EntryRule.Fires { Trigger: var trigger }
                        && trigger.ListensTo.Contains(asked.Name)
                        && trigger.Answers(asked, _turn.Facts))
                        return true;
            return false;
        }
    }
}
