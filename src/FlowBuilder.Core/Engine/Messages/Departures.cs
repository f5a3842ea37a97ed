using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Messages;

/// <summary>The moment at which a message would leave: judged by policy, rendered, and committed as
/// sending; or skipped, put off, failed.</summary>
internal static class Departures
{
    /// <summary>A new message.</summary>
    public static void Add(Turn turn, Message draft, StepContext c, SequenceSettings settings)
    {
        var judged = Depart(turn, draft, c, settings, isRendered: false);
        turn.Add(judged);
        if (judged.State == MessageState.Skipped) Tell(turn, judged);
    }

    /// <summary>A message that was put off (judged and rendered anew, to the address of now) or
    /// whose retry is due (judged again, its text kept).</summary>
    public static void Again(Turn turn, Message message, StepContext c, SequenceSettings settings)
    {
        // One whose provider was left alone before its first attempt has no text yet.
        var isRetry = message is { RetryAt: not null, Attempts: > 0 };
        var judged = Depart(turn, isRetry ? message : Drafts.Addressed(turn, message), c, settings, isRetry);
        turn.Save(judged);
        if (judged.State == MessageState.Skipped) Tell(turn, judged);
    }

    /// <summary>Not sent on purpose.</summary>
    public static void Skip(Turn turn, Message message, string because)
    {
        var skipped = message with { State = MessageState.Skipped, Because = because };
        turn.Save(skipped);
        Tell(turn, skipped);
    }

    private static Message Depart(Turn turn, Message message, StepContext c, SequenceSettings settings, bool isRendered)
    {
        var info = message.Template is { } key && !isRendered ? Drafts.Template(turn, key, c.Run) : null;
        if (message.Template is not null && !isRendered)
        {
            if (info is null)
                return message with { State = MessageState.Failed, DueAt = null, Because = $"There is no template “{message.Template}”." };
            if (info.Purpose != message.Purpose || info.Revision != message.TemplateRevision)
                message = message with { Purpose = info.Purpose, TemplateRevision = info.Revision };
        }

        var verdict = SendPolicy.Judge(turn.Facts, message, turn.Now, settings, turn.StandingOf(message.Channel, message.To));
        if (verdict.Choice == SendChoice.Skip)
            return message with { State = MessageState.Skipped, DueAt = null, RetryAt = null, Because = verdict.Because };
        if (verdict.Choice == SendChoice.PutOff)
            return message with { State = MessageState.Waiting, DueAt = verdict.Until, RetryAt = null, Because = verdict.Because };
        switch (turn.Setting.MayLeave(turn.Facts.Company.Id, message))
        {
            case { Choice: SendChoice.PutOff } put:
                return message with { State = MessageState.Waiting, DueAt = put.Until, RetryAt = null, Because = put.Because };
            case { Choice: SendChoice.TryLater } later:
                return message with { State = MessageState.Waiting, DueAt = null, RetryAt = later.Until, Because = later.Because };
        }

        switch (info is null ? null : Drafts.Render(turn, info, message, c, message.Id))
        {
            case Rendering.Failed failed:
                return message with { State = MessageState.Failed, DueAt = null, Because = failed.Because };
            case Rendering.Done done:
                return message with
                {
                    State = MessageState.Sending,
                    Attempts = message.Attempts + 1,
                    DueAt = null,
                    RetryAt = null,
                    Because = null,
                    Subject = done.Subject,
                    Html = done.Html,
                    Text = done.Text,
                };
            default:
                return message with
                {
                    State = MessageState.Sending,
                    Attempts = message.Attempts + 1,
                    DueAt = null,
                    RetryAt = null,
                    Because = null
                };
        }
    }

    private static void Tell(Turn turn, Message message)
    {
        if (message.Sequence is { } sequence)
            turn.Decide(sequence, message.Enrollment, DecisionOutcome.Skipped, message.Because ?? "It was skipped.", message.Node);
    }
}
