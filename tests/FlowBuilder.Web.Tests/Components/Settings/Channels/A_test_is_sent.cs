using System.Collections.Frozen;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Web.Components.Settings.Channels;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Channels;

public sealed class A_test_is_sent(ApiHost host) : IClassFixture<ApiHost>
{
    private static int _person;

    private readonly Caller _lena = new(
        new CompanyId(1), new Actor($"user:lena-{Interlocked.Increment(ref _person)}", "Lena"), "people", FrozenSet<Right>.Empty);

    [Fact]
    public async Task By_email_into_the_folder_when_there_is_no_server()
    {
        var answer = await SendAsync(Channel.Email, "stranger@elsewhere.example");
        (answer.IsGood, answer.Words).ShouldBe(
            (true, "No mail server is set up, so the email was saved as a file in the folder for outgoing emails."));
        var line = await LastAsync();
        (line.Action, line.Words, line.By).ShouldBe(("channel.test", "sent a test to s…@elsewhere.example", "Lena"));
    }

    [Fact]
    public async Task The_companys_own_address_stands_in_the_audit_log()
    {
        (await SendAsync(Channel.Email, "olive@green.example")).IsGood.ShouldBeTrue();
        (await LastAsync()).Words.ShouldBe("sent a test to olive@green.example");
    }

    [Theory]
    [InlineData(Channel.Email, "nobody", "not an email address")]
    [InlineData(Channel.Email, "a@b.example\r\nBcc: x@y.example", "not an email address")]
    [InlineData(Channel.Email, "Name <a@b.example>", "not an email address")]
    [InlineData(Channel.Text, "call me", "not a phone number")]
    [InlineData(Channel.Text, "555 010 2030", "No text provider is set up")]
    [InlineData(Channel.Webhook, "file:///etc/passwd", "not a web address")]
    [InlineData(Channel.Webhook, "http://user:pass@example.com/", "not a web address")]
    [InlineData(Channel.Webhook, "http://127.0.0.1:9/", "network that cannot be called")]
    [InlineData(Channel.Webhook, "http://169.254.169.254/latest/meta-data", "network that cannot be called")]
    public async Task What_cannot_go_is_told_in_words(Channel channel, string to, string words)
    {
        var answer = await SendAsync(channel, to);
        answer.IsGood.ShouldBeFalse();
        answer.Words.ShouldContain(words);
    }

    [Fact]
    public async Task Only_five_times_a_minute_by_one_person()
    {
        for (var number = 0; number < TestAllowance.InAMinute; number++)
            (await SendAsync(Channel.Email, "me@green.example")).IsGood.ShouldBeTrue();
        (await SendAsync(Channel.Email, "me@green.example")).Words.ShouldContain("5 tests within a minute");
        (await SendAsync(Channel.Email, "me@green.example", _lena with { Actor = new Actor("user:other", "Other") })).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task Not_while_all_sending_is_stopped()
    {
        var sending = host.Services.GetRequiredService<SendingSwitch>();
        var second = _lena with { Company = new CompanyId(2) };
        await sending.SwitchAsync(second.Company, true, second.Actor, TestContext.Current.CancellationToken);
        (await SendAsync(Channel.Email, "me@green.example", second)).Words.ShouldContain("All sending is stopped");
        await sending.SwitchAsync(second.Company, false, second.Actor, TestContext.Current.CancellationToken);
        (await SendAsync(Channel.Email, "me@green.example", second)).IsGood.ShouldBeTrue();
    }

    private Task<TestAnswer> SendAsync(Channel channel, string to, Caller? caller = null) =>
        host.Services
            .GetRequiredService<SendTestMessage>()
            .SendAsync(
                caller ?? _lena, new TestMessage(channel, to, "a test", "channel.test") { Subject = "Test", Text = "{}" },
                TestContext.Current.CancellationToken);

    private async Task<AuditLogRow> LastAsync()
    {
        await using var context = host.Context();
        return await context.AuditLog.AsNoTracking()
            .Where(line => line.ActorId == _lena.Actor.Id)
            .OrderByDescending(line => line.Id)
            .FirstAsync(TestContext.Current.CancellationToken);
    }
}
