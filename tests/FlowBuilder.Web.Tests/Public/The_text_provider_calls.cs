using System.Net;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Text;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

public sealed class The_text_provider_calls : IAsyncLifetime
{
    private DoorHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DoorHost.StartAsync();
        _client = _host.Client();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _host.DisposeAsync();
    }

    private string Door => _host.Links.TextWebhook(DoorHost.CompanyId);

    private string Report => _host.Links.TextReport(DoorHost.CompanyId, new(41), new(5));

    private async Task<HttpStatusCode> CallAsync(string url, string token, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url).PathAndQuery)
        {
            Content = new FormUrlEncodedContent(form)
        };
        request.Headers.Add("X-Twilio-Signature", TextSignature.Of(token, url, form));
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_reply_is_told_once_for_the_one_who_was_texted_last()
    {
        (await CallAsync(
            Door, "secret", ("From", "+15551234567"), ("Body", "Yes, please"), ("MessageSid", "SM9"))).ShouldBe(HttpStatusCode.OK);
        var reply = _host.Intake.Events.ShouldHaveSingleItem();
        (reply.Name, reply.UserId, reply.MessageId, reply.Properties.Text(
            "channel"), reply.Properties.Text("text")).ShouldBe((EventNames.MessageReplied, "c-41", "text-SM9", "text", "Yes, please"));
        _host.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData(" Stop. ")]
    [InlineData("unsubscribe")]
    public async Task Stop_is_honoured_for_everybody_with_that_number(string word)
    {
        (await CallAsync(Door, "secret", ("From", "+1 555 123 4567"), ("Body", word), ("MessageSid", "SM9"))).ShouldBe(HttpStatusCode.OK);
        _host.Asked.Select(asked => (asked.Customer.Value, ((TurnInput.ConsentGiven)asked.Input).Change))
            .ShouldBe([(41, ConsentChange.StopTexts), (42, ConsentChange.StopTexts)]);
        _host.Words.ShouldBe(["7 Stopped +15551234567"], "the number itself says no, whoever holds it later");
        _host.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_brings_texts_back_and_yes_does_only_for_those_who_had_stopped()
    {
        await CallAsync(Door, "secret", ("From", "+15551234567"), ("Body", "START"), ("MessageSid", "SM9"));
        _host.Asked.Count.ShouldBe(2);
        _host.People[0] = _host.People[0] with { TextStopped = true };
        await CallAsync(Door, "secret", ("From", "+15551234567"), ("Body", "yes"), ("MessageSid", "SM10"));
        _host.Asked.Count.ShouldBe(3);
        _host.Asked.ShouldAllBe(asked => ((TurnInput.ConsentGiven)asked.Input).Change == ConsentChange.StartTexts);
    }

    [Fact]
    public async Task A_report_settles_a_text_nobody_knew_of_and_tells_of_failures()
    {
        _host.Message = _host.Message with { State = MessageState.Unknown };
        await CallAsync(Report, "secret", ("MessageStatus", "sent"), ("MessageSid", "SM1"));
        _host.Asked.ShouldBeEmpty();
        await CallAsync(Report, "secret", ("MessageStatus", "delivered"), ("MessageSid", "SM1"));
        _host.Asked.ShouldHaveSingleItem()
            .ShouldBe((new CustomerId(41), new TurnInput.ResolveMessage(new(5), MessageResolution.Sent, "The provider")));
        await CallAsync(Report, "secret", ("MessageStatus", "undelivered"), ("ErrorCode", "30005"), ("MessageSid", "SM1"));
        _host.Asked.Last().Input
            .ShouldBeOfType<TurnInput.MessageAnswered>().Answer
            .ShouldBeOfType<ChannelAnswer.NotSent>().Because
            .ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task Without_the_right_signature_or_address_nothing_happens()
    {
        (string, string)[] stop = [("From", "+15551234567"), ("Body", "STOP")];
        (await CallAsync(Door, "wrong", stop)).ShouldBe(HttpStatusCode.Forbidden);
        (await CallAsync("https://crm.example/hooks/text/1", "secret", stop)).ShouldBe(HttpStatusCode.NotFound);
        (await CallAsync(Door[..^1] + "!", "secret", stop)).ShouldBe(HttpStatusCode.NotFound);
        (await CallAsync(
            _host.Links.TextWebhook(new(8)), "secret",
            stop)).ShouldBe(HttpStatusCode.OK, "another company's door knows none of our customers");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Door).PathAndQuery)
        {
            Content = new FormUrlEncodedContent([new("From", "+15551234567"), new("Body", "STOP")])
        };
        using var unsigned = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var json = await _client.PostAsync(
            new Uri(Door).PathAndQuery, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        json.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _host.Asked.ShouldBeEmpty();
        _host.Words.ShouldBe(["8 Stopped +15551234567"]);
    }
}
