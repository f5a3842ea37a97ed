using System.Text.Json;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Channels.Webhook;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Settings.Channels;

/// <summary>How messages leave, as the installation is configured; and a test of each.</summary>
public partial class ChannelsPage
{
    private Company? _company;
    private Person? _own;

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required EmailOptions Email { get; set; }

    [Inject] public required TextOptions Text { get; set; }

    [Inject] public required WebhookOptions Webhooks { get; set; }

    [Inject] public required MessageLinks Links { get; set; }

    [Inject] public required SendTestMessage Tests { get; set; }

    private bool SenderIsMissing => string.IsNullOrWhiteSpace(Email.From) && string.IsNullOrWhiteSpace(_company?.Email);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await EnterAsync(Right.ChangeCompany);
        (_company, _own) = (Companies.Find(caller.Company), caller.Person);
    }

    private string EmailState() =>
        Email.Smtp.Host is { Length: > 0 }
            ? "Ready. Emails go through the mail server."
            : "No mail server is set up. Emails are saved as files in a folder on the server and reach no one.";

    private IEnumerable<(string Name, string Value)> EmailRows()
    {
        if (Email.Smtp.Host is { Length: > 0 } host)
        {
            yield return ("Mail server", host);
            yield return ("Port",
                $"{Email.Smtp.Port ?? Email.Smtp.Tls switch { SmtpTls.Tls => 465, SmtpTls.StartTls => 587, SmtpTls.WhenOffered or SmtpTls.None => 25 }}");
            yield return ("Encryption", Email.Smtp.Tls switch
            {
                SmtpTls.Tls => "From the start (TLS)",
                SmtpTls.StartTls => "Required after the greeting (STARTTLS)",
                SmtpTls.None => "None",
                SmtpTls.WhenOffered => "When the server offers it (STARTTLS)"
            });
            yield return ("Signs in", string.IsNullOrEmpty(Email.Smtp.User) ? "No" : "Yes, with a user name and password");
        }

        yield return ("Sender", Email.From is { Length: > 0 } from
            ? from
            : _company!.Email is { Length: > 0 } own
            ? $"{_company.Name} <{own}>"
            : "None");
        yield return ("Replies go to", _company!.Email ?? "The sender");
        yield return ("Opens and clicks", Email.Track ? "Counted" : "Not counted");
    }

    private string TextState() =>
        Text.IsConfigured
            ? "Ready. Texts go through the provider."
            : "No provider is set up. Texts are skipped, and the customer's history says so.";

    private IEnumerable<(string Name, string Value)> TextRows()
    {
        if (!Text.IsConfigured) yield break;
        yield return ("Provider", (Text.BaseAddress ?? new Uri("https://api.twilio.com")).Host);
        yield return ("Account", Text.Account is { Length: > 6 } account ? $"{account[..2]}…{account[^4..]}" : "Set");
        yield return ("Sender", Text.From!.StartsWith("MG", StringComparison.Ordinal) ? "A messaging service" : Text.From);
    }

    private IEnumerable<(string Name, string Value)> WebhookRows()
    {
        yield return ("Signature", "Standard Webhooks (HMAC-SHA256)");
        yield return ("Waits for an answer", $"{Webhooks.Timeout.TotalSeconds:0} seconds");
        yield return ("Private networks", Webhooks.AllowedHosts.Count == 0
            ? "Never called"
            : $"Only {string.Join(", ", Webhooks.AllowedHosts)}");
    }

    private Task<TestAnswer> TestEmailAsync(string to) =>
        TestAsync(company => new TestMessage(Channel.Email, to, "a test email", "channel.test")
        {
            Subject = $"Test from {company.Name}",
            Text = $"This is a test from FlowBuilder, sent by hand for {company.Name}.\n\nIf you can read it, emails arrive.\n",
            Html =
                $"<p>This is a test from FlowBuilder, sent by hand for "
                    + $"<strong>{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(company.Name)}</strong>.</p><p>If you can read it, "
                    + $"emails arrive.</p>",
        });

    private Task<TestAnswer> TestTextAsync(string to) =>
        TestAsync(
            company =>
                new TestMessage(Channel.Text, to, "a test text", "channel.test") { Text = $"Test from {company.Name}: texts arrive." });

    private Task<TestAnswer> TestWebhookAsync(string to) =>
        TestAsync(company => new TestMessage(Channel.Webhook, to, "a test call", "channel.test")
        {
            Text = JsonSerializer.Serialize(new { type = "test", company = company.Name, message = "This is a test call, sent by hand." }),
        });

    private async Task<TestAnswer> TestAsync(Func<Company, TestMessage> write)
    {
        var caller = await EnterAsync(Right.ChangeCompany);
        return await Tests.SendAsync(caller, write(Companies.Find(caller.Company)!), Uninterrupted.Token);
    }
}
