using System.Net.Mail;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Web.Components.Settings.Channels;

/// <summary>
/// “Send a test”: one message through the very channel that sequences use, at once and outside the outbox. It counts for nobody's cap,
/// asks for nobody's consent, is not tracked, and what the provider answers is told to whoever sent it.
/// </summary>
public sealed class SendTestMessage(
    IEnumerable<IMessageChannel> channels, ICompanyCache companies, NewIds ids, ProductClock clock, TestAllowance allowance,
    AuditTrail audit, IAddresses addresses)
{
    /// <summary>Sends it.</summary>
    public async Task<TestAnswer> SendAsync(Caller caller, TestMessage test, CancellationToken cancellation)
    {
        var company = companies.Find(caller.Company)!;
        if (Refusal(test, company) is { } refusal) return new TestAnswer(false, refusal);
        if (company.SendingStopped)
            return new TestAnswer(false, "All sending is stopped for your company, tests too. Start sending again first.");
        if (allowance.Take(caller) is { } wait)
            return new TestAnswer(
                false,
                $"That was {TestAllowance.InAMinute} tests within a minute. Wait {Math.Ceiling(wait.TotalSeconds):0} seconds, then try "
                    + $"again.");

        var message = new Message
        {
            Id = new MessageId(await ids.NextAsync(cancellation)), Customer = default, Channel = test.Channel,
            Purpose = Purpose.Transactional, ToPerson = caller.Person?.Id ?? caller.Actor.Id, To = test.To.Trim(),
            Subject = test.Subject, Html = test.Html, Text = test.Text, State = MessageState.Sending, Attempts = 1, CreatedAt = clock.Now,
        };
        // A test is nobody's consent: a number that answered STOP gets none.
        if (addresses.Key(company, test.Channel, test.To) is { } key
            && ChannelInfo.Of(test.Channel).Address is not null
            && SendPolicy.Suppressed(addresses.Find(company.Id, test.Channel, key), message with { ToPerson = null }) is { } suppressed)
            return new TestAnswer(false, $"{suppressed} Nothing was sent.");
        var answer = Words(
            company, test,
            await channels.First(channel => channel.Channel == test.Channel).SendAsync(company, message, static () => { }, cancellation));
        await audit.AppendAsync(
            caller.Company, caller.Actor, test.Action, test.AuditSubject, $"sent {test.What} to {Masked(company, test)}", null,
            answer.IsGood ? "it was accepted" : answer.Words);
        return answer;
    }

    private static string? Refusal(TestMessage test, Company company) => test.Channel switch
    {
        Channel.Email =>
            MailAddress.TryCreate(test.To.Trim(), out var address) && address.Address == test.To.Trim()
                ? null
                : "This is not an email address. Write it like you@example.com.",
        Channel.Text =>
            PhoneForm.Of(test.To, company.Country) is null
                ? "This is not a phone number. Enter ten digits, or start with + and the country code."
                : null,
        Channel.Webhook =>
            Uri.TryCreate(test.To.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0
                ? null
                : "This is not a web address that can be called. Write it like https://example.com/hook.",
    };

    private static TestAnswer Words(Company company, TestMessage test, ChannelAnswer answer) => answer switch
    {
        ChannelAnswer.Sent { ProviderId: { } file } when test.Channel == Channel.Email && file.EndsWith(".eml", StringComparison.Ordinal) =>
            new TestAnswer(true, "No mail server is set up, so the email was saved as a file in the folder for outgoing emails."),
        ChannelAnswer.Sent => new TestAnswer(true, test.Channel switch
        {
            Channel.Email => $"The mail server accepted it. It is on its way to {test.To.Trim()}.",
            Channel.Text => $"The provider accepted it. It is on its way to {PhoneForm.Of(test.To, company.Country)}.",
            Channel.Webhook => $"{new Uri(test.To.Trim()).Host} accepted the call.",
        }),
        ChannelAnswer.NotSent not => new TestAnswer(false, $"It was not sent. {not.Because}"),
        ChannelAnswer.NotTried not => new TestAnswer(false, $"It was not sent. {not.Because}"),
        ChannelAnswer.MaybeSent maybe => new TestAnswer(false, maybe.Because),
        ChannelAnswer.NoProvider nobody => new TestAnswer(false, $"{nobody.Because} It was not sent."),
        _ => new TestAnswer(false, "It was not sent."),
    };

    /// <summary>Addresses of the company's own stand in the audit log; of strangers only as much as
    /// tells them apart, as its lines stay for ever.</summary>
    private static string Masked(Company company, TestMessage test)
    {
        var to = test.To.Trim();
        if (ChannelInfo.Of(test.Channel).Address is not { } address) return new Uri(to).Host;
        if (company.People.Any(person => Same(person.Email, to) || Same(person.Phone, to))
            || Same(company.Email, to)
            || Same(company.Phone, to))
            return to;
        return address.Masked(to);
    }

    private static bool Same(string? known, string typed) => typed.Equals(known, StringComparison.OrdinalIgnoreCase);
}
