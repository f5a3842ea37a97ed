using System.Net;
using FlowBuilder.Testing.Smtp;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Tests.Support;
using MimeKit;
using Shouldly;

namespace FlowBuilder.Web.Tests.Demo;

/// <summary>Segment's own client, unmodified, sends; the demo's sequence runs; a mail server that is not ours receives.</summary>
public sealed class The_estimate_follow_up_from_end_to_end : IAsyncLifetime
{
    private const string Customer = "tour-1";
    private const string Address = "nora@example.com";

    private readonly TestFolder _folder = new();
    private DebianMailServer _mail = null!;
    private DemoHost _host = null!;
    private Client _manager = null!;

    public async ValueTask InitializeAsync()
    {
        _mail = await DebianMailServer.StartAsync(TestContext.Current.CancellationToken);
        _host = new DemoHost(_folder, _mail.Port);
        _host.UseKestrel(0);
        _host.StartServer();
        _manager = _host.Manager();
        await _host.Engine.DrainAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_emails_arrive_unless_this_very_estimate_is_accepted_and_a_second_one_starts_anew()
    {
        await SendAsync(
            ["identify", new { userId = Customer, traits = new { first_name = "Nora", last_name = "Field", email = Address } }],
            Estimate("Sent", "E-1"));
        (await RunsAsync()).ShouldBe(["E-1 waiting"]);
        (await TagsAsync()).ShouldBe(["nudging"]);

        (await _manager.AdvanceAsync("P3D")).Expect(HttpStatusCode.OK);
        var reminder = _mail.MessagesTo(Address).ShouldHaveSingleItem();
        reminder.Subject.ShouldBe("Your estimate for spring clean-up");
        (await _manager.AdvanceAsync("P4D")).Expect(HttpStatusCode.OK);
        var both = _mail.MessagesTo(Address);
        both.Select(message => message.Subject)
            .ShouldBe(["Your estimate for spring clean-up", "Shall we keep your place in the schedule?"], ignoreOrder: true);
        foreach (var message in both) IsProper(message);
        (await RunsAsync()).ShouldBe(["E-1 done"]);
        (await TagsAsync()).ShouldBeEmpty();

        await SendAsync(Estimate("Sent", "E-2"));
        (await RunsAsync()).ShouldBe(["E-1 done", "E-2 waiting"]);
        await SendAsync(Estimate("Accepted", "E-1"));
        (await RunsAsync()).ShouldBe(["E-1 done", "E-2 waiting"]);
        (await TagsAsync()).ShouldBe(["nudging"]);
        await SendAsync(Estimate("Accepted", "E-2"));
        (await RunsAsync()).ShouldBe(["E-1 done", "E-2 stopped"]);
        (await TagsAsync()).ShouldBeEmpty();
        (await _manager.AdvanceAsync("P10D")).Expect(HttpStatusCode.OK);
        _mail.MessagesTo(Address).Count.ShouldBe(2);

        await SendAsync(Estimate("Sent", "E-2"));
        (await RunsAsync()).ShouldBe(["E-1 done", "E-2 stopped", "E-2 waiting"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Dispose();
        _folder.Dispose();
    }

    /// <summary>HTML beside text, and the headers by which mail programs offer to unsubscribe.</summary>
    private static void IsProper(MimeMessage message)
    {
        var parts = message.Body.ShouldBeOfType<MultipartAlternative>();
        parts.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html"]);
        message.Headers[HeaderId.ListUnsubscribe].ShouldStartWith("<http");
        message.TextBody.ShouldNotBeNull().ShouldContain("Hi Nora,");
        message.HtmlBody.ShouldNotBeNull().ShouldContain("Green Valley Lawn Care");
    }

    private static object[] Estimate(string verb, string id) =>
        [
            "track",
            new
            {
                userId = Customer, @event = $"Estimate {verb}",
                properties = new { estimate_id = id, total = 480, service = "Spring clean-up" }
            }
        ];

    private async Task SendAsync(params object[][] calls)
    {
        foreach (var call in calls) SegmentClient.Send(_host.ClientOptions.BaseAddress, DemoKeys.Write, call).ShouldBeEmpty();
        await _host.Engine.DrainAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<string>> RunsAsync() =>
        [.. (await _manager.GetAsync($"enrollments?customer={Customer}"))
            .Expect(HttpStatusCode.OK).Items
            .Select(run => $"{run.GetProperty("record").GetProperty("id")} {run.GetProperty("state")}")
            .Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<string>> TagsAsync() =>
        [.. (await _manager.GetAsync($"customers/{Customer}"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("tags").EnumerateArray()
            .Select(tag => tag.GetString()!)];
}
