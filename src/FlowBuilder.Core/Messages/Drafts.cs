using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Reviews;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Turns;

namespace FlowBuilder.Core.Messages;

/// <summary>Messages as their step asks for them, before they are judged and rendered.</summary>
internal static class Drafts
{
    public static Message Of(Turn turn, Enrollment run, PlanStep at, Effect effect, int part)
    {
        var draft = new Message
        {
            Id = new MessageId(turn.NewId()), Customer = run.Customer, Enrollment = run.Id, Sequence = run.Sequence, Node = at.Node, Pass = run.Pass, Part = part,
            Channel = Channel.Webhook, Purpose = Purpose.Transactional, State = MessageState.Waiting, CreatedAt = turn.Now,
        };
        return effect switch
        {
            Effect.CallWebhook call => draft with { To = call.Url.ToString(), Text = call.Body },
            Effect.SendEmail email => Addressed(turn, draft with { Channel = Channel.Email, Template = email.Template, ToPerson = email.To?.Id, To = email.To?.Email ?? "" }),
            Effect.SendText text => Addressed(turn, draft with { Channel = Channel.Text, Template = text.Template, ToPerson = text.To?.Id, To = text.To?.Phone ?? "" }),
            _ => throw new InvalidOperationException($"{effect.GetType().Name} is no message."),
        };
    }

    /// <summary>The address as known now: it may have changed while the message was put off.</summary>
    public static Message Addressed(Turn turn, Message message)
    {
        if (message.Channel == Channel.Webhook) return message;
        if (message.ToPerson is null)
            return message with { To = (message.Channel == Channel.Email ? turn.Facts.Customer.Email : turn.Facts.Customer.Phone)?.Trim() ?? "" };
        foreach (var person in turn.Facts.Company.People)
            if (person.Id == message.ToPerson) return message with { To = (message.Channel == Channel.Email ? person.Email : person.Phone) ?? "" };
        return message;
    }

    /// <summary>The template's revision that an approval pinned, else the newest.</summary>
    public static TemplateInfo? Template(Turn turn, Message message, Enrollment run) => message.Template is { } key
        ? turn.Setting.Writer.Find(run.Company, key, run.PinnedTemplates.TryGetValue(key, out var pinned) ? pinned : null)
        : null;

    /// <summary>For a reviewer: what would be sent, whatever the hour; nothing where there is no address or consent.</summary>
    public static void Rehearse(Turn turn, Message draft, StepContext c, List<PreviewedMessage> previews)
    {
        var info = Template(turn, draft, c.Run);
        var message = info is null ? draft : draft with { Purpose = info.Purpose };
        if (SendPolicy.Refusal(turn.Facts, message) is not null) return;
        var rendering = draft.Channel == Channel.Webhook ? new Rendering.Done(null, null, draft.Text)
            : info is null ? new Rendering.Failed($"There is no template “{draft.Template}”.")
            : turn.Setting.Writer.Write(info, c, default);
        previews.Add(rendering is Rendering.Done done
            ? new PreviewedMessage(draft.Node!, draft.Channel, draft.To, done.Subject, done.Html, done.Text, draft.Template, info?.Revision ?? 0)
            : new PreviewedMessage(draft.Node!, draft.Channel, draft.To, null, null, ((Rendering.Failed)rendering).Because, draft.Template, info?.Revision ?? 0));
    }

    public static string WordOf(MessageState state) => state switch
    {
        MessageState.Waiting => "still waiting to be sent",
        MessageState.Sending => "being sent",
        MessageState.Sent => "sent already",
        MessageState.Skipped => "skipped",
        MessageState.Failed => "not sent",
        MessageState.Unknown => "of unknown fate",
        _ => "cancelled already",
    };
}
