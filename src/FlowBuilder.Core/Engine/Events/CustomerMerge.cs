using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// Two ids turn out to be one person. The survivor's fields win, gaps are filled from the other; an opt-out of either stays an opt-out. Of
/// two live runs of one sequence for the same record the older stays. Rows themselves are moved by the store.
/// </summary>
public static class CustomerMerge
{
    private const string Reason = "Stopped because two entries for this customer were merged, and the older run continues.";

    internal static ImmutableArray<Change> Decide(CustomerState survivor, CustomerState merged, DateTimeOffset now, CustomerLimits limits)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var joined = Join(survivor.Facts.Customer, merged.Facts.Customer, limits);
        if (joined != survivor.Facts.Customer) changes.Add(new Change.CustomerChanged(joined));
        foreach (var mine in survivor.Facts.Enrollments)
        {
            if (!mine.IsLive) continue;
            foreach (var theirs in merged.Facts.Enrollments)
            {
                if (!theirs.IsLive || theirs.Sequence != mine.Sequence || theirs.Record != mine.Record) continue;
                var mineIsOlder = mine.EnteredAt < theirs.EnteredAt
                    || (mine.EnteredAt == theirs.EnteredAt && mine.Id.Value < theirs.Id.Value);
                End(changes, mineIsOlder ? merged : survivor, mineIsOlder ? theirs : mine, now);
            }
        }

        foreach (var moment in merged.Moments)
            if (survivor.Moments.Any(own => own.Version == moment.Version && own.Node == moment.Node && own.Record == moment.Record))
                changes.Add(new Change.MomentRemoved(moment.Id));
        return changes.ToImmutable();
    }

    private static void End(ImmutableArray<Change>.Builder changes, CustomerState state, Enrollment run, DateTimeOffset now)
    {
        foreach (var message in state.Facts.Messages)
            if (message.Enrollment == run.Id && message.State == MessageState.Waiting)
                changes.Add(new Change.MessageChanged(
                    message with { State = MessageState.Cancelled, DueAt = null, RetryAt = null, Because = Reason }));
        foreach (var review in state.Reviews)
            if (review.Enrollment == run.Id && review.State == ReviewState.Waiting)
                changes.Add(new Change.ReviewChanged(review with { State = ReviewState.Ended, DecidedAt = now, Note = Reason }));
        var ended = RunProgress.Ended(run, EnrollmentState.Stopped, Reason, now);
        LegalMoves.Demand(run, ended);
        changes.Add(new Change.EnrollmentChanged(ended));
        changes.Add(new Change.DecisionAdded(new Decision(run.Sequence, run.Id, now, DecisionOutcome.Stopped, Reason)));
    }

    /// <summary>The survivor's fields, and of the other's those the survivor has not and may still
    /// take, in the order of their names.</summary>
    public static Properties Fields(Properties survivor, Properties merged, CustomerLimits limits)
    {
        var room = new PropertyAllowance(survivor, merged, limits.Fields, limits.FieldBytes);
        if (room.IsAmple) return merged.Merge(survivor);
        var joined = new PropertiesEdit(survivor, merged.Members.Count);
        foreach (var (name, value) in merged.InOrder)
            if (!joined.ContainsKey(name) && room.Takes(joined, name, value)) joined.Set(name, value);
        return joined.Done();
    }

    private static Customer Join(Customer survivor, Customer merged, CustomerLimits limits)
    {
        var (mine, theirs) = (survivor.Consent, merged.Consent);
        return survivor with
        {
            Fields = Fields(survivor.Fields, merged.Fields, limits),
            Stamps = NameTable<FieldStamp>.Of([
                .. survivor.Stamps,
                .. merged.Stamps
                    .Where(stamp => !survivor.Stamps.ContainsKey(stamp.Key))
                    .Take(Math.Max(0, limits.Fields + limits.Tags - survivor.Stamps.Count))
            ]),
            AutomationsOff = survivor.AutomationsOff || merged.AutomationsOff,
            AddedAt = survivor.AddedAt is { } added && !(merged.AddedAt < added) ? added : merged.AddedAt ?? survivor.AddedAt,
            Consent = mine with
            {
                Email = mine.Email ?? theirs.Email,
                Text = mine.Text ?? theirs.Text,
                Unsubscribed = mine.Unsubscribed || theirs.Unsubscribed,
                TextStopped = mine.TextStopped || theirs.TextStopped,
            },
        };
    }
}
