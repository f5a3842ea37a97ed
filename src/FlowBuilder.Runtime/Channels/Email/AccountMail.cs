using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using MimeKit;
using MimeKit.Text;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Letters about sign-ins, over the same mail server as customers' emails.</summary>
internal sealed class AccountMail(EmailOptions options, IMailTransport drop, TimeProvider clock) : IAccountMail
{
    /// <summary>A person waits before the screen.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<string?> SendAsync(Company? from, AccountEmail letter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (HeaderText.Breaks(letter.To) || HeaderText.Breaks(letter.Subject))
            return "The address or the subject contains a line break or another character that is not allowed there.";
        if (!MailboxAddress.TryParse(letter.To, out var to) || to.Address != letter.To) return $"“{letter.To}” is not an email address.";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        var name = $"{(letter.About.Count > 0 ? OutboxFolder.Notices : "account-")}{Guid.NewGuid():N}";
        using var message = Write(from, to, letter, name);
        return await drop.TakeAsync(default, message, name, static () => { }, limit.Token) switch
        {
            ChannelAnswer.Sent => null,
            ChannelAnswer.NotSent not => not.Because,
            ChannelAnswer.NotTried not => not.Because ?? "The mail server is too busy.",
            ChannelAnswer.MaybeSent maybe => maybe.Because,
            ChannelAnswer.NoProvider none => none.Because,
            _ => "The mail server did not answer.",
        };
    }

    private MimeMessage Write(Company? from, MailboxAddress to, AccountEmail letter, string name)
    {
        var sender = Sender.Of(options, from?.Name ?? "FlowBuilder", from?.Email);
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow(), MessageId = $"{name}@{sender.Domain}" };
        message.From.Add(sender);
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.About.Count > 0) message.Headers.Add(OutboxFolder.AboutHeader, string.Join(' ', letter.About));
        message.Body = new MultipartAlternative(
            new TextPart(TextFormat.Plain) { Text = letter.Text }, new TextPart(TextFormat.Html) { Text = letter.Html });
        return message;
    }
}
