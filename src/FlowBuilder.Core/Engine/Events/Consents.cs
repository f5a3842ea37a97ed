using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// What customers themselves decide about messages: it beats any trait a sender delivers, until they decide otherwise. A no is kept with the
/// person and with the address it was said about, so that nobody else who holds the address is written to either.
/// </summary>
internal static class Consents
{
    /// <summary><i>Unsubscribed</i>: no more on its channel (email when none is named; all when the name is unknown).</summary>
    public static void OptOut(Turn turn, CustomerEvent happened)
    {
        var said = happened.Properties.Text("channel");
        var channel = said is null ? Channel.Email : ChannelNames.Read(said);
        if (channel is null or Channel.Email) OptOut(turn, happened, Channel.Email);
        if (channel is null or Channel.Text) OptOut(turn, happened, Channel.Text);
    }

    /// <summary><i>Subscribed</i>: the person wants messages again, said when the event happened.</summary>
    public static void OptIn(Turn turn, CustomerEvent happened)
    {
        // What a sequence raises is nobody's word, and an import tells of the past.
        if (happened.RaisedBy is not null || happened.Imported) return;
        if ((happened.Properties.Text("channel") is { } said ? ChannelNames.Read(said) : Channel.Email) is { } channel) OptIn(turn, channel, happened.At, SourceOf(happened), happened);
    }

    /// <summary>A form or identify call that says beside <c>email_consent</c> or <c>sms_consent</c> that it is the person's own word.</summary>
    public static void OptInByForm(Turn turn, CustomerEvent happened)
    {
        if (happened.Imported || happened.Kind == EventKind.Own || Model.Events.OptIn.Of(happened) is not { } word) return;
        var at = word.At is { } told && told < happened.ArrivedAt ? told : happened.At;
        var source = word.Source is { Length: > 0 } words ? words : SourceOf(happened);
        if (happened.Properties.Flag("email_consent") == true) OptIn(turn, Channel.Email, at, source, happened);
        if (happened.Properties.Flag("sms_consent") == true) OptIn(turn, Channel.Text, at, source, happened);
    }

    /// <summary>Through our own doors, or a person of the company notes it: told as <i>Unsubscribed</i> and <i>Subscribed</i>, which do it.</summary>
    public static void Given(Turn turn, TurnInput.ConsentGiven input)
    {
        if (input.Change is ConsentChange.LiftEmail or ConsentChange.LiftTexts)
        {
            Lift(turn, input.Change == ConsentChange.LiftEmail);
            return;
        }

        var (name, channel) = input.Change switch
        {
            ConsentChange.Unsubscribe => (EventNames.Unsubscribed, "email"),
            ConsentChange.StopTexts => (EventNames.Unsubscribed, "text"),
            ConsentChange.Subscribe => (EventNames.Subscribed, "email"),
            _ => (EventNames.Subscribed, "text"),
        };
        var told = input.Message is { } message ? Properties.Of("message_id", message.ToString()) : Properties.Empty;
        told = told.With("channel", channel);
        if (input.Address is { } address) told = told.With(channel == "email" ? "email" : "phone", address);
        if (input.Source is { } source) told = told.With("source", source);
        turn.Raise(turn.Own(name, told) with { At = input.At is { } at && at < turn.Now ? at : turn.Now });
    }

    /// <summary>A person who is forgotten, or whose address changes hands, has said no to the addresses they have.</summary>
    public static void LeaveWithAddresses(Turn turn)
    {
        var customer = turn.Facts.Customer;
        if (customer.Consent.Unsubscribed) turn.Suppress(Channel.Email, customer.Email, SuppressionReason.Unsubscribed, turn.Now, "the customer had unsubscribed before being erased");
        if (customer.Consent.TextStopped) turn.Suppress(Channel.Text, customer.Phone, SuppressionReason.Stopped, turn.Now, "the customer had answered STOP before being erased");
    }

    private static void Lift(Turn turn, bool email)
    {
        var before = turn.Facts;
        var consent = before.Customer.Consent;
        if (email ? !consent.Unsubscribed : !consent.TextStopped) return;
        Keep(turn, email ? consent with { Unsubscribed = false } : consent with { TextStopped = false });
        turn.Announce(turn.Own(EventNames.FieldChanged, email ? Traits.Change("email_consent", false, consent.Email) : Traits.Change("sms_consent", false, consent.Text)), before);
    }

    private static void OptOut(Turn turn, CustomerEvent happened, Channel channel)
    {
        var reason = channel == Channel.Email ? SuppressionReason.Unsubscribed : SuppressionReason.Stopped;
        // A no that comes late was settled by the yes that was said after it.
        var mine = turn.StandingOf(channel, channel == Channel.Email ? turn.Facts.Customer.Email : turn.Facts.Customer.Phone);
        if (mine.Lines.Any(line => line.Reason == reason && line.EndedAt > happened.At)) return;
        var source = SourceOf(happened);
        foreach (var address in Addresses(turn, happened, channel)) turn.Suppress(channel, address, reason, happened.At, source);
        var consent = turn.Facts.Customer.Consent;
        Keep(turn, channel == Channel.Text ? consent with { TextStopped = true } : consent with { Unsubscribed = true });
    }

    /// <summary>Ends every no to the customer's address that is not newer, and the customer's own.</summary>
    private static void OptIn(Turn turn, Channel channel, DateTimeOffset at, string source, CustomerEvent origin)
    {
        var customer = turn.Facts.Customer;
        var address = channel == Channel.Email ? customer.Email : customer.Phone;
        if (turn.StandingOf(channel, address).LastNo > at) return;
        turn.Free(channel, address, at, source);
        var (field, old) = channel == Channel.Email ? ("email_consent", customer.Consent.Email) : ("sms_consent", customer.Consent.Text);
        var before = turn.Facts;
        Keep(turn, channel == Channel.Email ? customer.Consent with { Email = true, Unsubscribed = false } : customer.Consent with { Text = true, TextStopped = false });
        if (turn.Facts.Customer.Consent != customer.Consent) turn.Announce(turn.Own(EventNames.FieldChanged, Traits.Change(field, old, true), origin), before);
    }

    /// <summary>The addresses a no is about: the one it names, the one the message went to, and the one the customer has.</summary>
    private static IEnumerable<string?> Addresses(Turn turn, CustomerEvent happened, Channel channel)
    {
        yield return channel == Channel.Email ? happened.Properties.Text("email") : happened.Properties.Text("phone") ?? happened.Properties.Text("from");
        if (turn.MessageOf(happened) is { ToPerson: null } message && message.Channel == channel) yield return message.To;
        yield return channel == Channel.Email ? turn.Facts.Customer.Email : turn.Facts.Customer.Phone;
    }

    private static string SourceOf(CustomerEvent happened) =>
        happened.Properties.Text("source") is { Length: > 0 } said ? said : happened.Kind == EventKind.Own ? "FlowBuilder" : $"an event from {happened.Source}";

    private static void Keep(Turn turn, Consent consent)
    {
        if (consent != turn.Facts.Customer.Consent) turn.Save(turn.Facts.Customer with { Consent = consent });
    }
}
