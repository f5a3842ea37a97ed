using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// A reply may be a no, whichever way it came: the provider's call or a <i>Message Replied</i> of another system. A clear one is done; one
/// that may be a no is put before a person, and messages to that address wait meanwhile.
/// </summary>
internal static class Replies
{
    private const int Shown = 500;

    /// <summary><i>Message Replied</i>.</summary>
    public static void Told(Turn turn, CustomerEvent happened)
    {
        var said = happened.Properties.Text("channel");
        var channel = ChannelNames.Read(said) ?? Channel.Text;
        var words = happened.Properties.Text("text") ?? happened.Properties.Text("body") ?? happened.Properties.Text("message");
        switch (StopWords.Read(words))
        {
            case ReplyMeaning.Stop:
                turn.Raise(Told(turn, happened, EventNames.Unsubscribed, channel, "a reply"));
                break;
            case ReplyMeaning.Doubt:
                Ask(turn, happened, channel, words!);
                break;
            case ReplyMeaning.Start when channel == Channel.Text:
            case ReplyMeaning.Yes when channel == Channel.Text && IsStopped(turn, channel):
                turn.Raise(Told(turn, happened, EventNames.Subscribed, channel, "a reply") with { Imported = happened.Imported });
                break;
        }
    }

    private static CustomerEvent Told(Turn turn, CustomerEvent happened, string name, Channel channel, string source)
    {
        var told = Properties.Of("channel", ChannelInfo.Of(channel).Name).With("source", source);
        if (happened.Properties.Text("message_id") is { } message) told = told.With("message_id", message);
        if (ChannelInfo.Of(channel).Address is { } address && From(happened, address) is { } from) told = told.With(address.Property, from);
        return turn.Own(name, told, happened);
    }

    private static void Ask(Turn turn, CustomerEvent happened, Channel channel, string words)
    {
        if (ChannelInfo.Of(channel) is not { Address: { } place } info) return;
        var customer = turn.Facts.Customer;
        var address = From(happened, place) ?? place.OfCustomer(customer);
        if (turn.StandingOf(channel, address).Holding(SuppressionReason.InDoubt) is not null) return;
        // The words themselves stay with the customer: this line outlives an erasing.
        turn.Suppress(channel, address, SuppressionReason.InDoubt, happened.At, "a reply that may mean no; its text is in the to-do");
        ToDos.Add(turn, new Steps.Running.Effect.CreateToDo(
            $"Does {Short(customer.DisplayName, 60)} want to stop getting {info.Many}?", turn.Facts.Company.Owner, null,
            $"The reply was: “{Short(words, Shown)}”. Messages wait until someone decides. Decide in the suppression list under Settings "
                + $"> Sending."));
    }

    private static bool IsStopped(Turn turn, Channel channel) =>
        turn.Facts.Customer.Consent.TextStopped
        || turn.StandingOf(channel, turn.Facts.Customer.Phone).Holding(SuppressionReason.Stopped) is not null;

    private static string? From(CustomerEvent happened, ChannelAddress address) =>
        happened.Properties.Text(address.Property) ?? happened.Properties.Text("from");

    private static string Short(string text, int most)
    {
        text = text.ReplaceLineEndings(" ").Trim();
        return text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
    }
}
