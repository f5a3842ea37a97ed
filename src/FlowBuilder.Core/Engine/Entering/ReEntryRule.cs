using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Engine.Entering;

/// <summary>Whether a customer may enter a sequence again for the same record. Counted from the
/// time of entry; “no record” is a record of its own.</summary>
internal static class ReEntryRule
{
    /// <summary>Why not, for a marketer; null when nothing speaks against it.</summary>
    public static string? Against(Facts facts, SequenceId sequence, EntryCause cause, RecordKey? record, ReEntry policy, DateTimeOffset now)
    {
        Enrollment? last = null;
        for (var i = 0; i < facts.Enrollments.Count; i++)
        {
            var run = facts.Enrollments[i];
            if (run.Sequence != sequence || run.Record != record) continue;
            if (run.IsLive && policy is ReEntry.Restart)
                return cause.Event.Kind != EventKind.Own && run.Event?.At > cause.Event.At ? "a newer event started it" : null;
            if (run.IsLive)
                return record is { } live
                    ? $"the customer is already in this sequence for {ReasonPhrases.Of(live)}"
                    : "the customer is already in this sequence";
            if (last is null || run.EnteredAt > last.EnteredAt) last = run;
        }

        if (last is null) return null;
        return policy switch
        {
            ReEntry.Never => "the customer has been in this sequence before, and customers can enter it only once",
            ReEntry.AfterEnd { AtMostEvery: { } every } when every.After(last.EnteredAt) > now =>
                $"the customer entered less than {every.ToWords()} ago",
            ReEntry.AfterDays { Days: var days } when last.EnteredAt.AddDays(days) > now =>
                $"the customer entered less than {(days == 1 ? "1 day" : $"{days} days")} ago",
            _ => null,
        };
    }
}
