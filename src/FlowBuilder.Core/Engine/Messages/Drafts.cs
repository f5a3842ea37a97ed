using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Messages;

/// <summary>Messages as their step asks for them, before they are judged and rendered.</summary>
internal static class Drafts
{
    public static Message Of(Turn turn, Enrollment run, PlanStep at, Effect effect, int part)
    {
        var (channel, template, person, text, to) = effect switch
        {
            Effect.ByTemplate made => (made.Channel, made.Template, made.To, "", AddressOf(turn, made.Channel, made.To)),
            Effect.CallWebhook call => (Channel.Webhook, default(string), default(Person), call.Body, call.Url.AbsoluteUri),
            _ => throw new InvalidOperationException($"{effect.GetType().Name} is no message."),
        };
        var info = template is null ? null : Template(turn, template, run);
        return new Message
        {
            Id = new MessageId(turn.NewId()), Customer = run.Customer, Enrollment = run.Id, Sequence = run.Sequence, Node = at.Node,
            Pass = run.Pass, Part = part,
            Channel = channel, Template = template, TemplateRevision = info?.Revision ?? 0,
            Purpose = info?.Purpose ?? (template is null ? Purpose.Transactional : Purpose.Marketing),
            ToPerson = person?.Id, To = Written(turn, channel, to), Text = text, State = MessageState.Waiting, CreatedAt = turn.Now,
        };
    }

    /// <summary>The address as known now: it may have changed while the message was put off.</summary>
    public static Message Addressed(Turn turn, Message message)
    {
        if (ChannelInfo.Of(message.Channel).Address is null) return message;
        if (message.ToPerson is null) return message with { To = Written(turn, message.Channel, AddressOf(turn, message.Channel, null)) };
        foreach (var person in turn.Facts.Company.People)
            if (person.Id == message.ToPerson)
                return message with { To = Written(turn, message.Channel, AddressOf(turn, message.Channel, person)) };
        return message;
    }

    private static string? AddressOf(Turn turn, Channel channel, Person? person) =>
        ChannelInfo.Of(channel).Address is not { } address
            ? null
            : person is null
            ? address.OfCustomer(turn.Facts.Customer)
            : address.OfPerson(person);

    /// <summary>The address in its normal form; empty when the text cannot be one, and there is nowhere to write to.</summary>
    private static string Written(Turn turn, Channel channel, string? typed) =>
        turn.Setting.Addresses.Normal(turn.Facts.Company, channel, typed) ?? "";

    /// <summary>The template's revision that an approval pinned, else the newest.</summary>
    public static TemplateInfo? Template(Turn turn, string key, Enrollment run) =>
        turn.Setting.Writer.Find(run.Company, key, run.PinnedTemplates.TryGetValue(key, out var pinned) ? pinned : null);

    /// <summary>For a reviewer: what would be sent, whatever the hour; nothing where there is no address or consent.</summary>
    public static void Rehearse(Turn turn, Message draft, StepContext c, List<PreviewedMessage> previews)
    {
        if (SendPolicy.Refusal(turn.Facts, draft, turn.StandingOf(draft.Channel, draft.To)) is not null) return;
        var info = draft.Template is { } key ? Template(turn, key, c.Run) : null;
        var rendering = ChannelInfo.Of(draft.Channel).Parts is null ? new Rendering.Done(null, null, draft.Text)
            : info is null ? new Rendering.Failed($"There is no template “{draft.Template}”.")
            : Render(turn, info, draft, c);
        previews.Add(rendering is Rendering.Done done
            ? new PreviewedMessage(
                draft.Node!, draft.Channel, draft.To, done.Subject, done.Html, done.Text, draft.Template, info?.Revision ?? 0, draft.Part,
                Edited(draft, c) is not null)
            : new PreviewedMessage(
                draft.Node!, draft.Channel, draft.To, null, null, ((Rendering.Failed)rendering).Because, draft.Template,
                info?.Revision ?? 0, draft.Part, Fault: true));
    }

    /// <summary>As the template says, or as a reviewer wrote it for this run.</summary>
    public static Rendering Render(Turn turn, TemplateInfo info, Message message, StepContext c, MessageId id = default) =>
        Edited(message, c) is { } edited ? turn.Setting.Writer.Finish(info, edited, c, id) : turn.Setting.Writer.Write(info, c, id);

    /// <summary>The reviewer's words: for the first time the run comes by, in the main flow.</summary>
    private static EditedMessage? Edited(Message message, StepContext c)
    {
        if (message.Pass != 1 || c.Run.StopChain is not null) return null;
        foreach (var edited in c.Run.EditedMessages)
            if (edited.Node == message.Node && edited.Part == message.Part) return edited;
        return null;
    }

    public static string WordOf(MessageState state) => state switch
    {
        MessageState.Waiting => "still waiting to be sent",
        MessageState.Sending => "being sent",
        MessageState.Sent => "already sent",
        MessageState.Skipped => "skipped",
        MessageState.Failed => "not sent",
        MessageState.Unknown => "of uncertain status",
        MessageState.Cancelled => "already canceled",
    };
}
