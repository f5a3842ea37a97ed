using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing.Deaf;
using FlowBuilder.Testing.Smtp;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole;

/// <summary>One company's provider hangs, by real connections that are taken and never answered: told
/// by who was served before whom and how often the provider was called, never by time.</summary>
public sealed class Providers_that_never_answer
{
    /// <summary>In milliseconds; a test that waits in vain ends.</summary>
    private const int Patience = 120_000;

    private const int Hanging = 300;
    private const int Few = 8;

    /// <summary>Sixteen in each of the two partitions.</summary>
    private const int Places = 2 * 16;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_hundred_webhooks_hold_up_no_email_of_another_company()
    {
        await using var deaf = DeafServer.Start();
        await using var mail = SmtpSink.Start();
        await using var host = Host(mail.Port);
        await PublishAsync(host, 1, Sequence($$"""{ "type": "call-webhook", "url": "http://127.0.0.1:{{deaf.Port}}/deaf" }"""));
        await PublishAsync(host, 2, Sequence(Email));

        await AskAsync(host, 1, Hanging, "a.example");
        await deaf.WaitForAsync(Places, Stop);
        await AskAsync(host, 2, Few, "b.example");
        var delivered = await mail.WaitForAsync(Few, Stop);

        delivered.ShouldAllBe(one => one.To[0].EndsWith("@b.example", StringComparison.Ordinal));
        (await CountAsync(host, 1, MessageState.Sent)).ShouldBe(0, "not one of the calls was answered before");
        (await TaggedAsync(host, 2)).ShouldBe(Few);
        await ReadyAsync(host);
    }

    [Fact]
    public async Task A_webhook_host_that_never_answers_is_left_alone_which_is_told_and_is_no_reason_to_restart()
    {
        await using var deaf = DeafServer.Start();
        await using var host = Host(null, ("Webhooks:Timeout", "00:00:01"));
        await PublishAsync(host, 1, Sequence($$"""{ "type": "call-webhook", "url": "http://127.0.0.1:{{deaf.Port}}/deaf" }"""));

        await AskAsync(host, 1, Hanging, "a.example");

        (await DegradedAsync(
            host)).ShouldContain("1 webhook host keeps failing: calls to it are waiting and will be retried automatically.");
        deaf.Taken.ShouldBeLessThanOrEqualTo(2 * Places, "no one calls any more, although 300 want to");
        (await TaggedAsync(host, 1)).ShouldBe(Hanging, "what the sequence does besides goes on");
    }

    [Fact]
    public async Task A_mail_server_that_hangs_for_one_companys_domain_hands_over_the_letters_of_another()
    {
        await using var mail = SmtpSink.Start();
        var stalled = 0;
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mail.Misbehave = (stage, envelope) =>
        {
            if (stage != SmtpStage.Recipient || !envelope.To.Any(to => to.EndsWith("@hang.example", StringComparison.Ordinal))) return null;
            Interlocked.Increment(ref stalled);
            first.TrySetResult();
            return new SmtpFault.Stall();
        };
        await using var host = Host(mail.Port);
        foreach (var company in (int[])[1, 2]) await PublishAsync(host, company, Sequence(Email));

        await AskAsync(host, 1, Hanging, "hang.example");
        await first.Task.WaitAsync(Stop);
        await AskAsync(host, 2, Few, "b.example");
        var delivered = await mail.WaitForAsync(Few, Stop);

        delivered.ShouldAllBe(one => one.To[0].EndsWith("@b.example", StringComparison.Ordinal));
        Volatile.Read(ref stalled).ShouldBeLessThanOrEqualTo(4, "the fifth of the connections is for others");
        (await CountAsync(host, 1, MessageState.Sent)).ShouldBe(0);
        await ReadyAsync(host);
    }

    [Fact]
    public async Task A_mail_server_that_never_says_a_word_is_left_alone_and_everything_else_goes_on()
    {
        await using var deaf = DeafServer.Start();
        await using var host = Host(deaf.Port, ("Email:Smtp:Timeout", "00:00:01"));
        foreach (var company in (int[])[1, 2]) await PublishAsync(host, company, Sequence(Email));

        await AskAsync(host, 1, Hanging, "a.example");
        await deaf.WaitForAsync(1, Stop);
        await AskAsync(host, 2, Few, "b.example");

        (await DegradedAsync(
            host)).ShouldContain("The mail server cannot be reached: emails are waiting and will be retried automatically.");
        deaf.Taken.ShouldBeLessThanOrEqualTo(20, "five connections, and no one calls once it is left alone");
        (await TaggedAsync(host, 2)).ShouldBe(Few);
        (await CountAsync(host, 2, MessageState.Failed)).ShouldBe(0, "they wait");
    }

    private const string Email = """{ "type": "email-customer", "template": "answer" }""";

    private static string Sequence(string action) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "Asked", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Asked" }, "at": [0, 0] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "asked" }, "at": [0, 100] },
            { "id": "out", "kind": "action", "step": {{action}}, "at": [0, 200] } ],
          "edges": [ { "from": "t", "to": "tag" }, { "from": "tag", "to": "out" } ] }
        """;

    private static ApiHost Host(int? smtp, params (string Name, string Value)[] settings)
    {
        var host = new ApiHost().WithSettings(("Webhooks:AllowedHosts", "127.0.0.1")).WithSettings(settings);
        return smtp is { } port
            ? host.WithSettings(
                ("Email:Smtp:Host", "127.0.0.1"), ("Email:Smtp:Port", port.ToString(CultureInfo.InvariantCulture)),
                ("Email:Smtp:Tls", "none"))
            : host;
    }

    private static async Task PublishAsync(ApiHost host, int company, string document)
    {
        var manager = host.Manager(company);
        (await manager.PutAsync(
            "templates/answer",
            """{"channel":"email","name":"Answer","subject":"Hello","html":"<p>Hello</p>","text":"Hello"}""")).Status.ShouldBeOneOf(
                HttpStatusCode.OK, HttpStatusCode.Created);
        var id = (await manager.PostAsync("sequences", document)).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
    }

    /// <summary>So many customers ask at once; nobody waits for what follows.</summary>
    private static async Task AskAsync(ApiHost host, int company, int customers, string domain)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"write-{company}:")));
        var batch = Enumerable.Range(0, customers).SelectMany(number => new object[]
        {
            new { type = "identify", userId = $"c-{number}", traits = new { email = $"c-{number}@{domain}", email_consent = true } },
            new { type = "track", userId = $"c-{number}", @event = "Asked" },
        });
        (await client.SendTextAsync("/v1/batch", JsonSerializer.Serialize(new { batch }))).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<int> CountAsync(ApiHost host, int company, MessageState state)
    {
        await using var context = host.Context(company);
        return await context.Messages.CountAsync(message => message.State == state, Stop);
    }

    /// <summary>Waits until the tags of all who asked are there, and counts them.</summary>
    private static async Task<int> TaggedAsync(ApiHost host, int company)
    {
        await using var context = host.Context(company);
        var customers = await context.Customers.CountAsync(Stop);
        while (true)
        {
            var tagged = await context.CustomerTags.CountAsync(tag => tag.Tag == "asked", Stop);
            if (tagged >= customers) return tagged;
            await Task.Delay(20, Stop);
        }
    }

    private static async Task ReadyAsync(ApiHost host) =>
        (await host.Stranger().GetAsync("/health/ready"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("reasons").GetArrayLength()
            .ShouldBe(0);

    /// <summary>Asks for readiness, which there is all along, until something is told to be degraded.</summary>
    private static async Task<IReadOnlyList<string?>> DegradedAsync(ApiHost host)
    {
        while (true)
        {
            var answer = (await host.Stranger().GetAsync("/health/ready")).Expect(HttpStatusCode.OK).Json;
            answer.GetProperty("reasons").GetArrayLength().ShouldBe(0);
            if (answer.GetProperty("status").GetString() == "degraded")
                return [.. answer.GetProperty("degraded").EnumerateArray().Select(line => line.GetString())];
            await Task.Delay(20, Stop);
        }
    }
}
