using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// What customers themselves decide about messages: it beats any trait a sender delivers, until they decide otherwise. A no is kept with
/// the person and with the address it was said about, so that nobody else who holds the address is written to either.
/// </summary>
internal static class Consents
{
    /// <summary><i>Unsubscribed</i>: no more on its channel (email when none is named; all when the name is unknown).</summary>
    public static void OptOut(Turn turn, CustomerEvent happened)
    {
        var said = Said(happened);
        var channel = said is null ? Channel.Email : ChannelNames.Read(said);
        foreach (var known in ChannelInfo.All)
            if (known is { Address: { } address, Consent: { } consent } && (channel ?? known.Channel) == known.Channel)
                OptOut(turn, happened, known.Channel, address, consent);
    }

    /// <summary><i>Subscribed</i>: the person wants messages again, said when the event happened.</summary>
    public static void OptIn(Turn turn, CustomerEvent happened)
    {
        // What a sequence raises is nobody's word, and an import tells of the past.
        if (happened.RaisedBy is not null || happened.Imported) return;
        if ((Said(happened) is { } said ? ChannelNames.Read(said) : Channel.Email) is { } channel)
            OptIn(turn, channel, happened.At, SourceOf(happened), happened);
    }

    /// <summary>A form or identify call that says beside <c>email_consent</c> or <c>sms_consent</c>
    /// that it is the person's own word.</summary>
    public static void OptInByForm(Turn turn, CustomerEvent happened)
    {
        if (happened.Imported || happened.Kind == EventKind.Own || Model.Events.OptIn.Of(happened) is not { } word) return;
        var at = word.At is { } told && told < happened.ArrivedAt ? told : happened.At;
        var source = word.Source is { Length: > 0 } words ? words : SourceOf(happened);
        foreach (var channel in ChannelInfo.All)
            if (channel.Consent is { } consent && happened.Properties.Flag(consent.Trait) == true)
                OptIn(turn, channel.Channel, at, source, happened);
    }

    /// <summary>What a spreadsheet knows of noes said elsewhere: they belong to the addresses, as if they had been said here.</summary>
    public static void OptOutByImport(Turn turn, CustomerEvent happened)
    {
        foreach (var no in ImportedNo.Of(happened))
        {
            if (ChannelInfo.Of(no.Channel) is not { Address: { } address, Consent: { } consent }) continue;
            var said = happened with { At = no.At is { } at && at < happened.At ? at : happened.At };
            if (no.HasBounced)
                turn.Suppress(
                    no.Channel, address.OfCustomer(turn.Facts.Customer), SuppressionReason.Bounced, said.At,
                    "an imported file says that it does not work");
            else OptOut(turn, said, no.Channel, address, consent);
        }
    }

    /// <summary>Through our own doors, or a person of the company notes it: told as
    /// <i>Unsubscribed</i> and <i>Subscribed</i>, which do it.</summary>
    public static void Given(Turn turn, TurnInput.ConsentGiven input)
    {
        var (name, by) = input.Change switch
        {
            ConsentChange.Unsubscribe => (EventNames.Unsubscribed, Channel.Email),
            ConsentChange.StopTexts => (EventNames.Unsubscribed, Channel.Text),
            ConsentChange.Subscribe => (EventNames.Subscribed, Channel.Email),
            ConsentChange.StartTexts => (EventNames.Subscribed, Channel.Text),
            ConsentChange.LiftEmail => ((string?)null, Channel.Email),
            ConsentChange.LiftTexts => (null, Channel.Text),
        };
        if (ChannelInfo.Of(by) is not { Address: { } at, Consent: { } consent } channel) return;
        if (name is null)
        {
            Lift(turn, consent);
            return;
        }

        var told = input.Message is { } message ? Properties.Of("message_id", message.ToString()) : Properties.Empty;
        told = told.With("channel", channel.Name);
        if (input.Address is { } address) told = told.With(at.Property, address);
        if (input.Source is { } source) told = told.With("source", source);
        turn.Raise(turn.Own(name, told) with { At = input.At is { } said && said < turn.Now ? said : turn.Now });
    }

    /// <summary>A person who is forgotten, or whose address changes hands, has said no to the addresses they have.</summary>
    public static void LeaveWithAddresses(Turn turn)
    {
        var customer = turn.Facts.Customer;
        foreach (var channel in ChannelInfo.All)
            if (channel is { Address: { } address, Consent: { } consent } && consent.HasLeft(customer.Consent))
                turn.Suppress(channel.Channel, address.OfCustomer(customer), consent.No, turn.Now, consent.LeftBeforeErased);
    }

    private static void Lift(Turn turn, ChannelConsent consent)
    {
        var before = turn.Facts;
        var known = before.Customer.Consent;
        if (!consent.HasLeft(known)) return;
        Keep(turn, consent.Return(known));
        turn.Announce(turn.Own(EventNames.FieldChanged, Traits.Change(consent.Trait, false, consent.NodePhrases(known))), before);
    }

    private static void OptOut(Turn turn, CustomerEvent happened, Channel channel, ChannelAddress address, ChannelConsent consent)
    {
        // A no that comes late was settled by the yes that was said after it.
        var mine = turn.StandingOf(channel, address.OfCustomer(turn.Facts.Customer));
        if (mine.Lines.Any(line => line.Reason == consent.No && line.EndedAt > happened.At)) return;
        var source = SourceOf(happened);
        foreach (var about in Addresses(turn, happened, channel, address)) turn.Suppress(channel, about, consent.No, happened.At, source);
        Keep(turn, consent.Leave(turn.Facts.Customer.Consent));
    }

    /// <summary>Ends every no that is not newer to the address the yes is about: the one it names, else
    /// the customer's. It is the customer's own yes too, unless they have another address.</summary>
    private static void OptIn(Turn turn, Channel channel, DateTimeOffset at, string source, CustomerEvent origin)
    {
        if (ChannelInfo.Of(channel) is not { Address: { } place, Consent: { } consent }) return;
        var customer = turn.Facts.Customer;
        var address = place.OfCustomer(customer);
        var named = origin.Properties.Text(place.Property);
        var about = turn.IsAddress(channel, named) ? named : address;
        if (turn.StandingOf(channel, about).LastNo > at) return;
        turn.Free(channel, about, at, source);
        if (address is not null && !turn.IsSameAddress(channel, about, address)) return;
        var before = turn.Facts;
        Keep(turn, consent.Agree(customer.Consent));
        if (turn.Facts.Customer.Consent == customer.Consent) return;
        turn.Announce(
            turn.Own(EventNames.FieldChanged, Traits.Change(consent.Trait, consent.NodePhrases(customer.Consent), true), origin), before);
    }

    /// <summary>The addresses a no is about: the one it names, the one the message went to, and the one the customer has.</summary>
    private static IEnumerable<string?> Addresses(Turn turn, CustomerEvent happened, Channel channel, ChannelAddress address)
    {
        // Who writes an email may write from another address than the one that is written to.
        yield return happened.Properties.Text(address.Property) ?? (channel == Channel.Email ? null : happened.Properties.Text("from"));
        if (turn.MessageOf(happened) is { ToPerson: null } message && message.Channel == channel) yield return message.To;
        yield return address.OfCustomer(turn.Facts.Customer);
    }

    /// <summary>The channel as it was written; null when nothing is said.</summary>
    private static string? Said(CustomerEvent happened) =>
        PlainText.Of(happened.Properties.Text("channel")) is { Length: > 0 } said ? said : null;

    private static string SourceOf(CustomerEvent happened) =>
        happened.Properties.Text("source") is { Length: > 0 } said
            ? said
            : happened.Kind == EventKind.Own
            ? "FlowBuilder"
            : $"an event from {happened.Source}";

    private static void Keep(Turn turn, Consent consent)
    {
        if (consent != turn.Facts.Customer.Consent) turn.Save(turn.Facts.Customer with { Consent = consent });
    }
}
