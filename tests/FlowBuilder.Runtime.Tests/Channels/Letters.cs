using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Tests.Templates;

namespace FlowBuilder.Runtime.Tests.Channels;

/// <summary>Messages ready to be sent.</summary>
internal static class Letters
{
    internal static Message Email(
        string to = "ann@x.example", string? html = "<p>Hi <a href=\"https://x.example/e?a=1&amp;b=2\">see</a></p>",
        string subject = "Your estimate", Purpose purpose = Purpose.Marketing) => new()
        {
            Id = new MessageId(5), Customer = new CustomerId(41), Enrollment = new EnrollmentId(9), Node = "mail", Channel = Channel.Email,
            Purpose = purpose,
            To = to, Subject = subject, Html = html, Text = "Hi, see https://x.example/e", State = MessageState.Sending,
            CreatedAt = Sample.Now,
        };

    internal static Message Text(string to = "(555) 123-4567", string text = "Hi Ann") =>
        Email() with { Channel = Channel.Text, To = to, Html = null, Subject = null, Text = text };

    internal static Message Webhook(Uri url, string body = """{"a":1}""") =>
        Email() with { Channel = Channel.Webhook, To = url.ToString(), Html = null, Subject = null, Text = body };

    internal static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;
}
