using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Engine.Messages;

/// <summary>
/// Whether a message may leave at this moment: address, suppressions of the address, consent, allowed hours, frequency cap, “stop all
/// sending”. Judged before rendering and again in the turn that moves the message to
/// <see cref="MessageState.Sending"/>. Employees need an address, nothing else.
/// </summary>
public static class SendPolicy
{
    /// <summary>While all sending is stopped a message is looked at again this often, and at once when holds change.</summary>
    public static TimeSpan WhileStopped { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Judges one message.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="message">Channel, purpose, recipient and address are looked at; the message itself does not count for the cap.</param>
    /// <param name="now">The product clock.</param>
    /// <param name="settings">Of the sequence: its own hours, and whether it would rather skip than wait for them.</param>
    /// <param name="standing">What was said against the address the message goes to, whoever holds it.</param>
    public static SendVerdict Judge(Facts facts, Message message, DateTimeOffset now, SequenceSettings settings, AddressStatus standing)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(standing);
        if (Refusal(facts, message, standing) is { } refusal) return SendVerdict.Skip(refusal);
        if (facts.Company.SendingStopped) return SendVerdict.PutOff(now + WhileStopped, "All sending is stopped for the company.");
        if (message.ToPerson is not null || ChannelInfo.Of(message.Channel) is not { Consent: { } consent } channel) return SendVerdict.Go;
        if (standing.Holding(SuppressionReason.InDoubt) is not null
            && (!consent.StopsMarketingOnly || message.Purpose == Purpose.Marketing))
            return SendVerdict.PutOff(
                now + WhileStopped, "The customer's reply may mean no more messages. It waits until someone has decided.");
        if (OverCap(facts, message, now) is { } cap)
            return SendVerdict.Skip(
                $"The customer has had {cap.Messages} marketing message{(cap.Messages == 1 ? "" : "s")} in {cap.Time}, the most the "
                    + $"company allows.");
        return SendHours.Judge(
            channel.Hours(facts.Company, settings), facts.Customer.Lives(facts.Company).Zones, now, settings.SkipOutsideHours);
    }

    /// <summary>What no time will mend: no address, a no to the address, no consent. Null: nothing.</summary>
    public static string? Refusal(Facts facts, Message message, AddressStatus standing)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(standing);
        if (ChannelInfo.Of(message.Channel).Address is not { } address) return null;
        var who = message.ToPerson is null ? "The customer" : "The employee";
        if (message.To.Length == 0) return $"{who} has no {address.Word}.";
        // The customer's own word is told first: it says more than that somebody said no to the address.
        return (message.ToPerson is null ? Dissent(facts.Customer.Consent, message) : null) ?? Suppressed(standing, message);
    }

    /// <summary>A no to the address itself. Emails to employees are the company's own business;
    /// texts are not: who answered STOP gets none.</summary>
    public static string? Suppressed(AddressStatus standing, Message message)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(message);
        return Suppressed(standing, message.Channel, message.Purpose, message.ToPerson is not null);
    }

    /// <inheritdoc cref="Suppressed(AddressStatus, Message)"/>
    public static string? Suppressed(AddressStatus standing, Channel channel, Purpose purpose, bool toEmployee)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (standing.Lines.Count == 0
            || ChannelInfo.Of(channel) is not { Address: { } address, Consent: { } consent }
            || (consent.SparesEmployees && toEmployee))
            return null;
        if (standing.Holding(SuppressionReason.Bounced) is not null) return address.CameBack;
        if (standing.Holding(SuppressionReason.Complaint) is not null) return $"A message to this {address.Word} was reported as spam.";
        if (standing.Holding(SuppressionReason.ByHand) is not null) return $"This {address.Word} is on the company's suppression list.";
        return (!consent.StopsMarketingOnly || purpose == Purpose.Marketing) && standing.Holding(consent.No) is not null
            ? consent.Refused
            : null;
    }

    /// <summary>The customer's own word against it.</summary>
    private static string? Dissent(Consent said, Message message)
    {
        var channel = ChannelInfo.Of(message.Channel);
        if (channel.Consent is not { } consent
            || (consent.StopsMarketingOnly && message.Purpose == Purpose.Transactional)
            || consent.Allows(said))
            return null;
        return consent.HasLeft(said) ? consent.Left : $"The customer has not agreed to {channel.Many}.";
    }

    private static FrequencyCap? OverCap(Facts facts, Message message, DateTimeOffset now)
    {
        if (facts.Company.FrequencyCap is not { } cap || message.Purpose != Purpose.Marketing) return null;
        var count = 0;
        foreach (var other in facts.Messages)
            if (other.Id != message.Id
                && other is
                {
                    Purpose: Purpose.Marketing, ToPerson: null, State: MessageState.Sent or MessageState.Sending
                    or MessageState.Unknown
                }
                && ChannelInfo.Of(other.Channel).Address is not null && (other.SentAt ?? other.CreatedAt) > now - cap.Within) count++;
        return count >= cap.Messages ? cap : null;
    }
}
