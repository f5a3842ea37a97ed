using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// What an event does to the facts. Calls from outside bring fields, tags and records; events of our own that an action raised
/// (<i>Tag Added</i>, <i>Field Changed</i>) do here what they say. What has been changed beyond what the event itself tells is announced
/// as further events.
/// </summary>
internal static class Projection
{
    /// <summary>Applies the event to the turn's facts. False: it told nothing new, so it starts nothing.</summary>
    public static bool Apply(Turn turn, CustomerEvent happened)
    {
        var isNews = Take(turn, happened);
        Overfull.Tell(turn, happened);
        return isNews;
    }

    private static bool Take(Turn turn, CustomerEvent happened)
    {
        if (turn.Facts.Customer.AddedAt is null && happened.Kind is not EventKind.Alias) return Welcome(turn, happened);
        switch (happened.Kind)
        {
            case EventKind.Identify:
                Describe(turn, happened, isNew: false);
                return true;
            case EventKind.Group:
                Traits.OfGroup(turn, happened);
                return true;
            case EventKind.Alias:
                return true;
            default:
                if (happened.Record is { } key && Tells(happened, key)) Merge(turn, key, happened);
                Consents.OptInByForm(turn, happened);
                return Named(turn, happened);
        }
    }

    /// <summary>The first one hears of a customer: <i>Customer Added</i> comes before everything
    /// else that is new about them, whose fields have not <i>changed</i>.</summary>
    private static bool Welcome(Turn turn, CustomerEvent happened)
    {
        turn.Save(turn.Facts.Customer with { AddedAt = happened.ArrivedAt });
        turn.Announce(turn.Own(EventNames.CustomerAdded, Properties.Empty, happened));
        if (happened.Kind is not EventKind.Identify) return Take(turn, happened);
        Describe(turn, happened, isNew: true);
        return true;
    }

    private static void Describe(Turn turn, CustomerEvent happened, bool isNew)
    {
        Traits.Told(turn, happened, isNew);
        Consents.OptInByForm(turn, happened);
        Consents.OptOutByImport(turn, happened);
    }

    /// <summary>Outside, every event about a record tells something of it; of ours only those whose name
    /// does: a custom event raised by a sequence is no new state of the estimate it runs for.</summary>
    private static bool Tells(CustomerEvent happened, RecordKey key) =>
        happened.Kind == EventKind.Track || EventNames.RecordTypeOf(happened.Name) == key.Type;

    private static void Merge(Turn turn, RecordKey key, CustomerEvent happened)
    {
        var limits = turn.Setting.Limits;
        if (turn.Facts.Find(key) is not { } record)
        {
            if (turn.Facts.Records.Count >= limits.Records)
            {
                turn.LeaveOut(ReasonPhrases.Of(key));
                return;
            }

            record = new Record { Key = key };
        }

        turn.Save(RecordTelling.Tell(turn, record, happened));
        Unreadable.Tell(turn, key, happened);
        Unreadable.TellAmounts(turn, happened);
    }

    private static bool Named(Turn turn, CustomerEvent happened)
    {
        switch (happened.Name)
        {
            case EventNames.TagAdded when NameText.Of(happened.Properties.Text("tag")) is { Length: > 0 } tag:
                if (turn.Facts.HasTag(tag)) return false;
                if (turn.Facts.Customer.Tags.Count >= turn.Setting.Limits.Tags || tag.Length > CustomerLimits.NameLength)
                {
                    turn.LeaveOut($"tag “{tag}”");
                    return false;
                }

                turn.AddTag(tag, new TagMark(happened.Kind == EventKind.Own ? null : happened.Source));
                return true;
            case EventNames.TagRemoved when NameText.Of(happened.Properties.Text("tag")) is { Length: > 0 } tag:
                if (!turn.Facts.HasTag(tag)) return false;
                turn.RemoveTag(tag);
                return true;
            case EventNames.FieldChanged when happened.Kind == EventKind.Own && happened.Properties.Text("field") is { Length: > 0 } field:
                return Traits.SetByAction(turn, happened, field);
            case EventNames.Unsubscribed:
                Consents.OptOut(turn, happened);
                return true;
            case EventNames.Subscribed:
                Consents.OptIn(turn, happened);
                return true;
            case EventNames.MessageReplied:
                Replies.Told(turn, happened);
                return true;
            case EventNames.EmailBounced:
                Bounces.Told(
                    turn, happened, isRepeated: happened.Kind != EventKind.Own && turn.MessageOf(happened) is { BouncedAt: not null });
                Mark(turn, happened, message => message with { BouncedAt = message.BouncedAt ?? happened.At });
                return true;
            case EventNames.EmailDelivered:
                Bounces.Delivered(turn, happened);
                return true;
            case EventNames.EmailOpened:
                Bounces.Delivered(turn, happened);
                Mark(turn, happened, message => message.OpenedAt is null ? message with { OpenedAt = happened.At } : message);
                return true;
            case EventNames.LinkClicked:
                Bounces.Delivered(turn, happened);
                Mark(turn, happened, message => message.ClickedAt is null ? message with { ClickedAt = happened.At } : message);
                return true;
            default:
                return true;
        }
    }

    private static void Mark(Turn turn, CustomerEvent happened, Func<Message, Message> mark)
    {
        // A message saved as sending is handed to its channel: one whose answer is still out is left as it is.
        if (turn.MessageOf(happened) is not { } message || message.State == MessageState.Sending) return;
        var marked = mark(message);
        if (!ReferenceEquals(marked, message)) turn.Save(marked);
    }
}
