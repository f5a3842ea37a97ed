using FlowBuilder.Core.Model.Messages;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>What a failed conversation with a mail server means (RFC 5321: 4xx try again, 5xx do not; a 5xx at RCPT is a bounce).</summary>
internal static class SmtpAnswers
{
    /// <summary>A failure before there was a connection to send over: nothing can have left.</summary>
    internal static ChannelAnswer OfConnecting(Exception failed) => new ChannelAnswer.NotSent(failed switch
    {
        PasswordInTheOpenException => failed.Message,
        AuthenticationException => "The mail server refused the user name or password. Check the email settings.",
        SslHandshakeException or NotSupportedException =>
            "A safe connection to the mail server could not be made. Check the email settings.",
        SmtpCommandException refused => $"The mail server refused the connection: {NodePhrases(refused)}",
        OperationCanceledException or TimeoutException => "The mail server did not answer in time.",
        _ => "The mail server cannot be reached.",
    }, Final: false)
    { ProviderFailed = true };

    /// <summary>A failure while a letter was handed over.</summary>
    internal static ChannelAnswer Of(Exception failed, bool contentBegan)
    {
        if (failed is SmtpCommandException refused)
        {
            var final = (int)refused.StatusCode >= 500;
            return refused.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => new ChannelAnswer.NotSent(
                    $"The mail server does not accept email for this address: {NodePhrases(refused)}", final, Bounced: final),
                SmtpErrorCode.SenderNotAccepted =>
                    new ChannelAnswer.NotSent($"The mail server does not accept email from this sender: {NodePhrases(refused)}", final),
                _ => new ChannelAnswer.NotSent($"The mail server refused the email: {NodePhrases(refused)}", final),
            };
        }

        return contentBegan
            ? new ChannelAnswer.MaybeSent(
                "The connection to the mail server broke while the email was being handed over. It may have been delivered.")
            : new ChannelAnswer.NotSent(
                failed is OperationCanceledException or TimeoutException
                    ? "The mail server did not answer in time."
                    : "The connection to the mail server broke before the email was handed over.",
                Final: false)
            {
                ProviderFailed = true
            };
    }

    private static string NodePhrases(SmtpCommandException refused)
    {
        var said = string.Concat(refused.Message.Where(letter => !char.IsControl(letter)));
        return $"{(int)refused.StatusCode} {(said.Length > 200 ? said[..200] : said)}";
    }
}
