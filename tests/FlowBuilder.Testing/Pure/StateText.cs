using System.Globalization;
using System.Text;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Testing.Pure;

/// <summary>A customer's state as text, in one order: two states that say the same read the same. Messages
/// a store would no longer read are left out, and what messages say: the outbox keeps it.</summary>
public static class StateText
{
    public static string Of(CustomerState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var text = new StringBuilder();
        var facts = state.Facts;
        Line(
            $"customer {facts.Customer.Fields} {facts.Customer.Consent} off={facts.Customer.AutomationsOff} added={facts.Customer.AddedAt:O}");
        foreach (var (name, stamp) in facts.Customer.Stamps.OrderBy(one => one.Key, StringComparer.Ordinal))
            Line($"stamp {name} {stamp.Source} {stamp.At:O}");
        foreach (var (tag, mark) in facts.Customer.Tags) Line($"tag {tag} {mark.Source}");
        foreach (var record in facts.Records.Values.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal))
            Line(
                $"record {record.Key} {record.Status} {record.UpdatedAt:O} {record.Properties} [{string.Join(',', record.Stamps.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value:O}"))}]");
        foreach (var one in facts.Happenings.OrderBy(one => one.Seq))
            Line($"happening {one.Seq} {one.Name} {one.Record} {one.At:O} {one.Times}");
        foreach (var run in facts.Enrollments.OrderBy(one => one.Id.Value))
            Line(
                $"run {run.Id} {run.Version} {run.Record} {run.State} {run.Hold} {run.HeldSince:O} at={run.Cursor}/{run.Pass} [{string.Join(',', run.Passes.OrderBy(one => one.Key))}] due={run.DueAt:O} watch={run.WatchAt:O} skips={run.SkipsToNextWait} chain={run.StopChain} seq={run.EnteredSeq} {run.EndReason} pins=[{string.Join(',', run.PinnedTemplates.OrderBy(one => one.Key, StringComparer.Ordinal))}]");
        foreach (var message in facts.Messages.Where(one => IsRemembered(facts, one, now)).OrderBy(one => one.Id.Value))
            Line(
                $"message {message.Id} {message.Enrollment} {message.Node}/{message.Pass}/{message.Part} {message.State} to={message.To} due={message.DueAt:O} retry={message.RetryAt:O} tries={message.Attempts} {message.Because}");
        foreach (var (arm, at) in state.Arms.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal)) Line($"arm {arm} {at:O}");
        foreach (var moment in state.Moments.OrderBy(one => one.Id)) Line($"moment {moment}");
        foreach (var review in state.Reviews.OrderBy(one => one.Id.Value))
            Line($"review {review.Id} {review.Enrollment} {review.Kind} {review.State} {review.Etag} {review.Note}");
        return text.ToString();

        static bool IsRemembered(Facts facts, Message message, DateTimeOffset now) =>
            message.CreatedAt >= now - Message.Remembered || facts.Enrollments.Any(run => run.Id == message.Enrollment && run.IsLive);

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
