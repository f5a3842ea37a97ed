using System.Collections.Frozen;
using System.Globalization;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>All that differs between channels, one row each. A channel without a row does not compile.</summary>
internal static class ChannelTable
{
    public static readonly ChannelInfo Email = new()
    {
        Channel = Channel.Email, Name = "email", Title = "Email", One = "an email", Many = "emails", Icon = "email",
        CalledAlso = Words("emails", "mail", "emailmarketing", "emailaddress"), Sayable = "email",
        Providers = new("The mail server cannot be reached", "mail domain", "emails to"),
        Address = new ChannelAddress
        {
            Word = "email address", One = "an email address", Property = "email",
            CameBack = "The customer's email address does not work: an earlier email bounced.",
            OfCustomer = customer => customer.Email, OfPerson = person => person.Email, Normal = (_, _, typed) => EmailForm.Of(typed),
            Masked = address => address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}…{address[at..]}" : "an address",
        },
        Consent = new ChannelConsent
        {
            Trait = "email_consent", NodePhrases = consent => consent.Email, HasLeft = consent => consent.Unsubscribed,
            Leave = consent => consent with { Unsubscribed = true }, Return = consent => consent with { Unsubscribed = false },
            Agree = consent => consent with { Email = true, Unsubscribed = false },
            NeedsYes = false, StopsMarketingOnly = true, SparesEmployees = true,
            No = SuppressionReason.Unsubscribed, Left = "The customer has unsubscribed.",
            LeftBeforeErased = "the customer had unsubscribed before being erased",
            Refused = "Someone unsubscribed this email address.",
            ChangedBy = [EventNames.Unsubscribed, EventNames.EmailBounced],
        },
        Parts = new MessageParts
        {
            One = "an email", HasSubjectAndDesign = true, HasUnsubscribeLink = true, LongestText = EditedMessage.LongestText,
            TooLong = "The email is too long."
        },
        // The sequence's hours, else the company's.
        Hours = (company, settings) => (settings.AllowedHours ?? company.EmailHours) is { } hours ? [hours] : [],
    };

    public static readonly ChannelInfo Text = new()
    {
        Channel = Channel.Text, Name = "text", Title = "Text", One = "a text", Many = "texts", Icon = "sms",
        CalledAlso = Words(
            "texts", "sms", "mms", "rcs", "mobile", "phone", "cell", "cellphone", "textmessage", "textmessages", "txt", "smsmarketing"),
        Sayable = "text (sms, mobile)",
        Providers = new("The text provider keeps failing"),
        Address = new ChannelAddress
        {
            Word = "phone number", One = "a phone number", Property = "phone",
            CameBack = "The phone number does not work: an earlier text could not be delivered.",
            OfCustomer = customer => customer.Phone, OfPerson = person => person.Phone,
            Normal = (addresses, company, typed) => addresses.Phone(typed, company),
            Masked = number => $"a number ending in {(number.Length > 2 ? number[^2..] : number)}",
        },
        Consent = new ChannelConsent
        {
            Trait = "sms_consent", NodePhrases = consent => consent.Text, HasLeft = consent => consent.TextStopped,
            Leave = consent => consent with { TextStopped = true }, Return = consent => consent with { TextStopped = false },
            Agree = consent => consent with { Text = true, TextStopped = false },
            NeedsYes = true, StopsMarketingOnly = false, SparesEmployees = false,
            No = SuppressionReason.Stopped, Left = "The customer replied STOP.",
            LeftBeforeErased = "the customer had replied STOP before being erased",
            Refused = "Someone replied STOP from this phone number.",
            ChangedBy = [EventNames.MessageReplied],
        },
        Parts = new MessageParts
        {
            One = "a text message", HasSubjectAndDesign = false, HasUnsubscribeLink = false, LongestText = EditedMessage.LongestTextMessage,
            TooLong = string.Create(
                CultureInfo.InvariantCulture, $"A text can have at most {EditedMessage.LongestTextMessage:N0} characters."),
        },
        // The law's hours, and the sequence's besides.
        Hours = (company, settings) => settings.AllowedHours is { } also ? [company.TextHours, also] : [company.TextHours],
    };

    public static readonly ChannelInfo Webhook = new()
    {
        Channel = Channel.Webhook, Name = "webhook", Title = "Webhook call", One = "a webhook call", Many = "webhook calls",
        Icon = "webhook",
        Providers = new(null, "webhook host", "calls to"),
        Hours = (_, _) => [],
    };

    public static readonly IReadOnlyList<ChannelInfo> Rows = [.. Enum.GetValues<Channel>().Select(Of)];

    public static ChannelInfo Of(Channel channel) => channel switch
    {
        Channel.Email => Email,
        Channel.Text => Text,
        Channel.Webhook => Webhook,
    };

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
