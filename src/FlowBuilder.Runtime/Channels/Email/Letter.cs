using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Links;
using MimeKit;
using MimeKit.Text;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Puts a message into an envelope: the same message always makes the same letter, Message-ID and date included.</summary>
internal sealed class Letter(EmailOptions options, MessageLinks links)
{
    /// <summary>The letter, or why there can be none.</summary>
    internal bool TryWrite(Company company, Message message, [NotNullWhen(true)] out MimeMessage? letter, out string because)
    {
        letter = null;
        because = "";
        if (HeaderText.Breaks(message.To) || HeaderText.Breaks(message.Subject))
            because = "The address or the subject contains a line break or another character that is not allowed there.";
        else if (!MailboxAddress.TryParse(message.To, out var to) || !to.Address.Contains('@', StringComparison.Ordinal))
            because = $"“{message.To}” is not an email address.";
        else letter = Write(company, message, to);
        return letter is not null;
    }

    private MimeMessage Write(Company company, Message message, MailboxAddress to)
    {
        var from = Sender.Of(options, company.Name, company.Email);
        var letter = new MimeMessage
        {
            Subject = message.Subject ?? "",
            Date = message.CreatedAt,
            MessageId = $"{EffectName.Of(company, message)}@{from.Domain}",
        };
        letter.From.Add(from);
        letter.To.Add(to);
        if (MailboxAddress.TryParse(company.Email, out var reply)
            && !reply.Address.Equals(from.Address, StringComparison.OrdinalIgnoreCase))
            letter.ReplyTo.Add(reply);
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (message is { ToPerson: null, Purpose: Purpose.Marketing }) AddWayOut(letter, company, message);
        letter.Body = Body(company, message);
        return letter;
    }

    /// <summary>RFC 2369 and, where our address is https, RFC 8058.</summary>
    private void AddWayOut(MimeMessage letter, Company company, Message message)
    {
        letter.Headers.Add(HeaderId.ListUnsubscribe, $"<{links.Unsubscribe(company.Id, message.Customer, message.Id)}>");
        if (links.IsHttps) letter.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private MimeEntity Body(Company company, Message message)
    {
        var text = new TextPart(TextFormat.Plain) { Text = message.Text };
        if (message.Html is not { } html) return text;
        if (options.Track && message.ToPerson is null) html = TrackedHtml.Of(html, links, company.Id, message);
        // The boundary is derived, so that a second attempt is the very same letter.
        return new MultipartAlternative(text, new TextPart(TextFormat.Html) { Text = html })
        {
            Boundary = $"=-part-{message.Id}-{message.CreatedAt.UtcTicks:x}"
        };
    }
}
