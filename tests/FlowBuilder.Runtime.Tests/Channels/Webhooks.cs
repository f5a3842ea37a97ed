using System.Net;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Channels.Webhook;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Runtime.Tests.Templates;
using FlowBuilder.Testing.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Webhooks : IAsyncLifetime
{
    private readonly WebhookOptions _options = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly WebhookSecrets _secrets = new(new LinkKey(new byte[32]));
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private readonly ProviderBreakers _breakers = new(TimeProvider.System);
    private WebhookSink _sink = null!;
    private int _left;

    public async ValueTask InitializeAsync()
    {
        _sink = await WebhookSink.StartAsync(Letters.Stop);
        _options.AllowedHosts.Add($"127.0.0.1:{_sink.Address.Port}");
    }

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    private async Task<ChannelAnswer> SendAsync(Message message, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        using var http = ChannelRegistration.Guarded(_options, new GuardedConnections(_options, resolve));
        return await new WebhookChannel(_options, _secrets, http, _breakers, _clock)
            .SendAsync(Sample.Company, message, () => _left++, Letters.Stop);
    }

    [Fact]
    public async Task Are_signed_by_the_standard()
    {
        (await SendAsync(Letters.Webhook(new Uri(_sink.Address, "/hook"), """{"grüße":1}"""))).ShouldBeOfType<ChannelAnswer.Sent>();
        var call = _sink.Taken.ShouldHaveSingleItem();
        call.Path.ShouldBe("/hook");
        call.Headers["webhook-id"].ShouldBe("7-9-mail-1-0");
        call.Headers["webhook-timestamp"].ShouldBe(Sample.Now.ToUnixTimeSeconds()
            .ToString(System.Globalization.CultureInfo.InvariantCulture));
        call.Headers["webhook-signature"].ShouldBe(WebhookSecrets.Sign(
            _secrets.Of(Sample.CompanyId), "7-9-mail-1-0", Sample.Now.ToUnixTimeSeconds(), call.Body));
        call.Headers["content-type"].ShouldBe("application/json");
        System.Text.Encoding.UTF8.GetString(call.Body).ShouldBe("""{"grüße":1}""");
    }

    [Fact]
    public void Have_the_signature_of_the_standards_own_example() =>
        // https://github.com/standard-webhooks/standard-webhooks, the libraries' shared vector.
        WebhookSecrets
            .Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Have_secrets_of_their_own_for_each_company()
    {
        _secrets.Of(new(1)).ShouldNotBe(_secrets.Of(new(2)));
        _secrets.Of(new(1)).ShouldStartWith("whsec_");
        Convert.FromBase64String(_secrets.Of(new(1))["whsec_".Length..]).Length.ShouldBe(32);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(302, true)]
    [InlineData(400, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(408, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task Are_tried_again_only_where_that_can_help(int status, bool? final)
    {
        _sink.AnswerNext(status);
        var answer = await SendAsync(Letters.Webhook(_sink.Address));
        if (final is { } expected) answer.ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBe(expected);
        else answer.ShouldBeOfType<ChannelAnswer.Sent>();
    }

    [Fact]
    public async Task Follow_no_redirect()
    {
        _sink.AnswerNext(http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await SendAsync(Letters.Webhook(_sink.Address));
        _sink.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Do_not_wait_for_ever_nor_swallow_endless_answers()
    {
        _options.Timeout = TimeSpan.FromMilliseconds(300);
        _sink.AnswerNext(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        (await SendAsync(Letters.Webhook(_sink.Address))).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
        _options.Timeout = TimeSpan.FromSeconds(10);
        _sink.AnswerNext(async http =>
        {
            http.Response.StatusCode = 200;
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string('x', 10_000), CancellationToken.None);
        });
        (await SendAsync(Letters.Webhook(_sink.Address))).ShouldBeOfType<ChannelAnswer.Sent>();
        (await SendAsync(Letters.Webhook(_sink.Address, new string('x', 1024 * 1024 + 1))))
            .ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ftp://x.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:pass@x.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Call_nothing_but_web_addresses(string url) =>
        (await SendAsync(Letters.Webhook(new Uri(url)))).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeTrue();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    public async Task Never_reach_into_a_closed_network(string url)
    {
        var not = (await SendAsync(Letters.Webhook(new Uri(url)))).ShouldBeOfType<ChannelAnswer.NotSent>();
        not.Final.ShouldBeTrue();
        not.Because.ShouldContain("cannot be called");
    }

    [Fact]
    public async Task Are_judged_by_the_address_the_name_leads_to_when_the_call_is_made()
    {
        IPAddress[] addresses = [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback];
        var not = (await SendAsync(
            Letters.Webhook(new Uri("http://rebound.example/")),
            (_, _) => Task.FromResult(addresses))).ShouldBeOfType<ChannelAnswer.NotSent>();
        not.Because.ShouldContain("cannot be called");
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.0.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.88.99.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("239.255.255.250", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fe80::1%1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("100::1", false)]
    [InlineData("4000::1", false)]
    public void Know_public_addresses_from_closed_ones(string address, bool open) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(open);
}
