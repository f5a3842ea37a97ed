using FlowBuilder.Core.Turns;

namespace FlowBuilder.Core.Customers;

/// <summary>What customers themselves decide about messages: it beats any trait a sender delivers, until they decide otherwise.</summary>
internal static class Consents
{
    public static void OptOut(Turn turn, bool fromTexts) => Keep(turn, turn.Facts.Customer.Consent is var consent && fromTexts
        ? consent with { TextStopped = true }
        : turn.Facts.Customer.Consent with { Unsubscribed = true });

    public static void Bounced(Turn turn) => Keep(turn, turn.Facts.Customer.Consent with { EmailBounced = true });

    /// <summary>Unsubscribe and STOP are told as <i>Unsubscribed</i>, which does it; the way back is told as a changed field.</summary>
    public static void Given(Turn turn, TurnInput.ConsentGiven input)
    {
        var link = input.Message is { } message ? Properties.Of("message_id", message.ToString()) : Properties.Empty;
        switch (input.Change)
        {
            case ConsentChange.Unsubscribe:
                turn.Raise(turn.Own(EventNames.Unsubscribed, link.With("channel", "email")));
                break;
            case ConsentChange.StopTexts:
                turn.Raise(turn.Own(EventNames.Unsubscribed, link.With("channel", "text")));
                break;
            case ConsentChange.Subscribe:
                OptIn(turn, "email_consent", consent => consent with { Email = true, Unsubscribed = false });
                break;
            case ConsentChange.StartTexts:
                OptIn(turn, "sms_consent", consent => consent with { Text = true, TextStopped = false });
                break;
        }
    }

    private static void OptIn(Turn turn, string field, Func<Consent, Consent> change)
    {
        var before = turn.Facts;
        var consent = change(before.Customer.Consent);
        if (consent == before.Customer.Consent) return;
        var old = field == "email_consent" ? before.Customer.Consent.Email : before.Customer.Consent.Text;
        Keep(turn, consent);
        turn.Announce(turn.Own(EventNames.FieldChanged, Traits.Change(field, old, true)), before);
    }

    private static void Keep(Turn turn, Consent consent)
    {
        if (consent != turn.Facts.Customer.Consent) turn.Save(turn.Facts.Customer with { Consent = consent });
    }
}
