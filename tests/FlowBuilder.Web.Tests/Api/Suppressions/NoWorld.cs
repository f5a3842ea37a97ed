using System.Globalization;
using System.Net;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Text;
using FlowBuilder.Runtime.Links;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Testing.Texts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Api.Suppressions;

/// <summary>The whole program with a text provider, and a sequence that sends a marketing email and
/// a text whenever it is told to.</summary>
internal sealed class NoWorld : IAsyncDisposable
{
    private const string Offer = """
        { "format": "flowbuilder.sequence/1", "title": "Offer", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Offer Made" }, "at": [0, 0] },
                     { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "offer" }, "at": [0, 100] },
                     { "id": "text", "kind": "action", "step": { "type": "text-customer", "template": "nudge" }, "at": [0, 200] } ],
          "edges": [ { "from": "t", "to": "mail" }, { "from": "mail", "to": "text" } ] }
        """;

    private readonly TextProviderSink _provider;
    private int _calls;

    private NoWorld(ApiHost host, TextProviderSink provider) => (Host, _provider) = (host, provider);

    public ApiHost Host { get; }

    public Client Manager => Host.Manager();

    public DateTimeOffset Now => Host.Services.GetRequiredService<ProductClock>().Now;

    public IReadOnlyList<TakenText> Texts => _provider.Taken;

    private MessageLinks Links => Host.Services.GetRequiredService<MessageLinks>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<NoWorld> StartAsync()
    {
        var provider = await TextProviderSink.StartAsync(Stop);
        var world = new NoWorld(
            new ApiHost().WithSettings(
                ("Text:BaseAddress", provider.Address.AbsoluteUri), ("Text:Account", "AC1"), ("Text:Token", "secret"),
                ("Text:From", "+15005550006")),
            provider);
        // Texts leave by day: at three in the afternoon in London it is morning in New York.
        (await world.Manager.PostAsync(
            "qa/clock",
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"now":"{{DateTime.UtcNow.Date.AddDays(1):yyyy-MM-dd}}T15:00:00Z"}"""))).Expect(HttpStatusCode.OK);
        (await world.Manager.PutAsync(
            "templates/offer",
            """{"name":"Offer","channel":"email","purpose":"marketing","subject":"Offer","html":"<p>Hello</p>"}""")).Expect(
                HttpStatusCode.OK);
        (await world.Manager.PutAsync(
            "templates/nudge", """{"name":"Nudge","channel":"text","purpose":"marketing","text":"Hello"}""")).Expect(HttpStatusCode.OK);
        var id = (await world.Manager.PostAsync("sequences", Offer)).Expect(HttpStatusCode.Created)["id"];
        (await world.Manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    /// <summary>A customer with an address for both channels and consent to texts.</summary>
    public Task KnowAsync(string userId, string email, string phone) =>
        Host.TellAsync(
            "identify",
            $$$"""{"userId":"{{{userId}}}","traits":{"email":{{{Json(email)}}},"phone":{{{Json(phone)}}},"sms_consent":true}}""");

    /// <summary>Makes the offer; answers with what was really sent, such as <c>email text</c>.</summary>
    public async Task<string> OfferAsync(string userId, string id = "userId")
    {
        var seen = (await MessagesAsync()).Count;
        await Host.TellAsync("track", $$"""{"{{id}}":"{{userId}}","event":"Offer Made"}""");
        return string.Join(
            ' ',
            (await MessagesAsync())
                .Skip(seen)
                .Where(message => message.State == MessageState.Sent)
                .Select(message => message.Channel == Channel.Email ? "email" : "text"));
    }

    /// <summary>Why the newest message of a channel was not sent.</summary>
    public async Task<string?> BecauseAsync(Channel channel) => (await MessagesAsync()).Last(message => message.Channel == channel).Because;

    /// <summary>The page behind the newest email's link, called with a form.</summary>
    public async Task<HttpStatusCode> UnsubscribeAsync(string act = "unsubscribe", long? message = null)
    {
        var mail = (await MessagesAsync()).Last(
            one => one is { Channel: Channel.Email, State: MessageState.Sent } && (message is null || one.Id == message));
        var path = new Uri(Links.Unsubscribe(new CompanyId(1), new CustomerId(mail.CustomerId), new MessageId(mail.Id))).PathAndQuery;
        using var answer = await Host.CreateClient().PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("do", act)]), Stop);
        await Host.Engine.DrainAsync(Stop);
        return answer.StatusCode;
    }

    /// <summary>The number of the newest email.</summary>
    public async Task<long> LastEmailAsync() =>
        (await MessagesAsync()).Last(one => one is { Channel: Channel.Email, State: MessageState.Sent }).Id;

    /// <summary>A signed call of the text provider; the same call again when its id is given.</summary>
    public async Task<string> ReplyAsync(string from, string words, string? call = null)
    {
        call ??= $"SM{Interlocked.Increment(ref _calls)}";
        var door = Links.TextWebhook(new CompanyId(1));
        KeyValuePair<string, string>[] form = [new("From", from), new("Body", words), new("MessageSid", call)];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(door).PathAndQuery)
        {
            Content = new FormUrlEncodedContent(form)
        };
        request.Headers.Add("X-Twilio-Signature", TextSignature.Of("secret", door, form));
        using var answer = await Host.CreateClient().SendAsync(request, Stop);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"The door said {answer.StatusCode}.");
        await Host.Engine.DrainAsync(Stop);
        return call;
    }

    public static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private async Task<List<MessageRow>> MessagesAsync()
    {
        await Host.Engine.DrainAsync(Stop);
        await using var context = Host.Context();
        return await context.Messages.AsNoTracking().OrderBy(message => message.Id).ToListAsync(Stop);
    }
}
