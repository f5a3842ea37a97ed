using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// Emails that came back. A bounce is about an address: the one it names, else the one its message went to, else the customer's. One for
/// good blocks that address for whoever holds it; the third for a while within 30 days, without a
/// delivery between, does too. A person may clear it.
/// </summary>
internal static class Bounces
{
    private const int Enough = 3;
    private static readonly TimeSpan Within = TimeSpan.FromDays(30);

    /// <summary><i>Email Bounced</i>.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="happened">The event.</param>
    /// <param name="isRepeated">Its message was known to have come back: the provider reports it once more.</param>
    public static void Told(Turn turn, CustomerEvent happened, bool isRepeated)
    {
        if (AddressOf(turn, happened) is not { } address) return;
        switch (Bounce.Read(happened.Properties))
        {
            case BounceKind.Complaint:
                turn.Suppress(Channel.Email, address, SuppressionReason.Complaint, happened.At, SourceOf(happened, "reported as spam"));
                break;
            case BounceKind.Soft when !isRepeated:
                Soft(turn, address, happened);
                break;
            case BounceKind.Hard:
                turn.Suppress(Channel.Email, address, SuppressionReason.Bounced, happened.At, SourceOf(happened, "an email bounced"));
                break;
        }
    }

    /// <summary>A message arrived: what came back for a while before does not count any more.</summary>
    public static void Delivered(Turn turn, CustomerEvent happened)
    {
        if (AddressOf(turn, happened) is { } address)
            turn.Free(Channel.Email, address, happened.At, "an email arrived", SuppressionReason.SoftBounces);
    }

    private static void Soft(Turn turn, string address, CustomerEvent happened)
    {
        var known = turn.StandingOf(Channel.Email, address).Holding(SuppressionReason.SoftBounces);
        if (known is not null && Arrived(turn, address, known.At, happened)) known = null;
        // They may be told in any order: the newest are counted.
        DateTimeOffset[] times = [.. new[] { happened.At, known?.At, known?.Before }.OfType<DateTimeOffset>().OrderDescending()];
        var count = times.Count(at => at > times[0] - Within);
        if (count >= Enough)
            turn.Suppress(Channel.Email, address, SuppressionReason.Bounced, times[0], "emails bounced three times in 30 days");
        else
            turn.Suppress(
                Channel.Email, address,
                new Suppression(SuppressionReason.SoftBounces, times[0], SourceOf(happened, "an email bounced temporarily"))
                {
                    Before = count > 1 ? times[1] : null
                });
    }

    /// <summary>Whether an email to the address was sent after the last one that came back, and
    /// before the one that came back now, and stayed away.</summary>
    private static bool Arrived(Turn turn, string address, DateTimeOffset since, CustomerEvent happened)
    {
        var about = turn.MessageOf(happened);
        Message? newest = null;
        foreach (var message in turn.Facts.Messages)
        {
            if (message is not { Channel: Channel.Email, ToPerson: null, State: MessageState.Sent, BouncedAt: null, SentAt: { } sent }
                || sent <= since
                || message.Id == about?.Id
                || !EmailForm.Same(message.To, address))
                continue;
            if (about is not null ? sent < (about.SentAt ?? about.CreatedAt) : newest is not null) return true;
            // The newest one may be the very one that came back.
            newest = message;
        }

        return false;
    }

    private static string? AddressOf(Turn turn, CustomerEvent happened)
    {
        if (Bounce.AddressOf(happened.Properties) is { } named) return EmailForm.Of(named);
        if (turn.MessageOf(happened) is { } message) return message is { Channel: Channel.Email, ToPerson: null } ? message.To : null;
        // One of ours that is no longer remembered: nobody knows to which address it went.
        return Turn.MessageIdOf(happened) is null ? turn.Facts.Customer.Email : null;
    }

    /// <summary>Without the provider's words, which hold the address: this line outlives an erasing.</summary>
    private static string SourceOf(CustomerEvent happened, string what) =>
        happened.Kind == EventKind.Own ? what : $"{what}, reported by {happened.Source}";
}
