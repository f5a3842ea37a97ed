using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Whom an email is from.</summary>
internal static class Sender
{
    /// <summary>The configured address, else the company's own; under the company's name unless the setting brings one.</summary>
    internal static MailboxAddress Of(EmailOptions options, string company, string? companyEmail)
    {
        var name = HeaderText.Harmless(company);
        if (MailboxAddress.TryParse(options.From, out var own))
            return string.IsNullOrEmpty(own.Name) ? new MailboxAddress(name, own.Address) : own;
        return MailboxAddress.TryParse(companyEmail, out var theirs)
            ? new MailboxAddress(name, theirs.Address)
            : new MailboxAddress(name, "flowbuilder@localhost");
    }
}
