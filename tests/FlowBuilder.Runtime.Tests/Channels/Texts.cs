using System.Net.Sockets;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Channels.Breaking;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Tests.Templates;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Testing.Texts;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Channels;

public sealed class Texts : IAsyncLifetime
{
    private readonly ProviderBreakers _breakers = new(TimeProvider.System);
    private TextProviderSink _sink = null!;
    private int _left;
    private readonly TextOptions _options = new()
    {
        Account = "AC1", Token = "secret", From = "+15550009999", Timeout = TimeSpan.FromSeconds(10)
    };

    public async ValueTask InitializeAsync()
    {
        _sink = await TextProviderSink.StartAsync(Letters.Stop);
        _options.BaseAddress = _sink.Address;
    }

    public ValueTask DisposeAsync() => _sink.DisposeAsync();

    private async Task<ChannelAnswer> SendAsync(Message? message = null)
    {
        using var http = ChannelRegistration.Plain(_options);
        return await new TextChannel(_options, Sample.Links, http, _breakers, TimeProvider.System)
            .SendAsync(Sample.Company, message ?? Letters.Text(), () => _left++, Letters.Stop);
    }

    [Fact]
    public async Task Go_to_the_provider_with_a_place_to_report_to()
    {
        (await SendAsync()).ShouldBe(new ChannelAnswer.Sent("SM1"));
        var text = _sink.Taken.ShouldHaveSingleItem();
        text.ShouldBe(new TakenText(
            "AC1", "AC1:secret", "+15551234567", "+15550009999", null, "Hi Ann",
            Sample.Links.TextReport(Sample.CompanyId, new(41), new(5))));
        _options.From = "MGservice";
        await SendAsync();
        _sink.Taken[1].Service.ShouldBe("MGservice");
        _sink.Taken[1].From.ShouldBeNull();
    }

    [Theory]
    [InlineData(400, 21211, true, false)]
    [InlineData(400, 21614, true, false)]
    [InlineData(400, 21610, true, true)]
    [InlineData(404, 20404, true, false)]
    [InlineData(401, 20003, false, false)]
    [InlineData(429, 20429, false, false)]
    [InlineData(503, 20503, false, false)]
    public async Task Refused_are_not_sent(int status, int code, bool final, bool optedOut)
    {
        _sink.AnswerNext(TextReply.Error(status, code));
        var not = (await SendAsync()).ShouldBeOfType<ChannelAnswer.NotSent>();
        not.Final.ShouldBe(final);
        not.OptedOut.ShouldBe(optedOut);
        not.Because.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Wait_as_long_as_the_provider_asks()
    {
        _sink.AnswerNext(TextReply.Error(429, 20429) with { RetryAfter = 17 });
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.NotSent>().AfterAtLeast.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Answered_with_an_error_of_the_providers_own_are_maybe_sent(int status)
    {
        _sink.AnswerNext(new TextReply(status, "<html>oops"));
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.MaybeSent>();
    }

    [Fact]
    public async Task Cut_off_or_not_answered_are_maybe_sent_and_the_call_is_made_once()
    {
        _sink.AnswerNext(new TextReply(0, Drop: true));
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.MaybeSent>();
        _sink.Taken.Count.ShouldBe(1);
        _options.Timeout = TimeSpan.FromMilliseconds(300);
        _sink.AnswerNext(new TextReply(201, After: new TaskCompletionSource().Task));
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.MaybeSent>();
        _sink.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task To_a_provider_that_is_not_there_are_not_sent()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        _options.BaseAddress = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndPoint!).Port}");
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_provider_or_a_number_go_nowhere()
    {
        (await SendAsync(Letters.Text("call me"))).ShouldBeOfType<ChannelAnswer.NotSent>().Final.ShouldBeTrue();
        _options.Token = "";
        (await SendAsync()).ShouldBeOfType<ChannelAnswer.NoProvider>();
        _sink.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("555-123-4567", "+15551234567")]
    [InlineData("1 (555) 123.4567", "+15551234567")]
    [InlineData("+49 170 1234567", "+491701234567")]
    [InlineData("0049 170 1234567", "+491701234567")]
    [InlineData("12345", null)]
    [InlineData("555-CALL-NOW", null)]
    [InlineData("", null)]
    [InlineData("+1555123456789012345", null)]
    public void Have_numbers_in_one_form(string written, string? expected) => PhoneForm.Of(written, "US").ShouldBe(expected);

    [Fact]
    public void Are_signed_by_the_provider_as_it_documents()
    {
        // The example of https://www.twilio.com/docs/usage/security#validating-requests.
        KeyValuePair<string, string>[] parameters =
        [
            new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675310"), new("Digits", "1234"), new("From", "+14158675310"),
            new("To", "+18005551212")
        ];
        const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        TextSignature.Of("12345", Url, parameters).ShouldBe("GvWf1cFY/Q7PnoempGyD5oXAezc=");
        TextSignature.Verify("12345", Url, parameters.Reverse(), "GvWf1cFY/Q7PnoempGyD5oXAezc=").ShouldBeTrue();
        TextSignature.Verify("12345", Url + "3", parameters, "GvWf1cFY/Q7PnoempGyD5oXAezc=").ShouldBeFalse();
        TextSignature.Verify("12345", Url, parameters, null).ShouldBeFalse();
    }
}
