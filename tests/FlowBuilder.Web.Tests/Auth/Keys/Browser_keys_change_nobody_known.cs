using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Application.Lists;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Keys;

/// <summary>Attack A3: whoever finds a key in the code of a page gets nothing of anybody's.</summary>
public sealed class Browser_keys_change_nobody_known(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_known_customer_keeps_address_phone_consent_tags_zone_and_name()
    {
        await host.TellAsync(
            "identify",
            """{"userId":"victim-1","traits":{"first_name":"Vic","email":"vic@x.test","phone":"+14155552671","email_consent":true,"tags":["a"],"time_zone":"America/Denver"}}""");

        await PageAsync(
            "identify",
            """{"userId":"victim-1","traits":{"email":"attacker@evil.example","phone":"+19995550000","email_consent":false,"sms_consent":true,"tags":[],"add_tags":["x"],"time_zone":"Europe/Berlin","first_name":"\"><b>"}}""");
        await PageAsync("track", """{"userId":"victim-1","event":"Page Opened","context":{"traits":{"email":"attacker@evil.example"}}}""");
        await PageAsync("group", """{"userId":"victim-1","groupId":"g","traits":{"name":"Evil"}}""");
        await PageAsync("track", """{"userId":"victim-1","anonymousId":"evil-tab","event":"Page Opened"}""");
        await PageAsync("identify", """{"anonymousId":"evil-tab","traits":{"email":"attacker@evil.example"}}""");

        var read = (await host.Manager().GetAsync("customers/victim-1")).Json;
        var fields = read.GetProperty("fields");
        (fields.GetProperty(
            "email").GetString(), fields.GetProperty(
                "phone").GetString(), fields.GetProperty(
                    "first_name").GetString(), fields.GetProperty(
                        "time_zone").GetString()).ShouldBe(("vic@x.test", "+14155552671", "Vic", "America/Denver"));
        (read.GetProperty("consent").GetProperty("email").GetBoolean(), read.GetProperty("tags").GetArrayLength()).ShouldBe((true, 1));
        fields.EnumerateObject().ShouldNotContain(field => field.Name.StartsWith("group.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alias", """{"userId":"evil-1","previousId":"victim-2"}""")]
    [InlineData("batch", """{"batch":[{"type":"alias","userId":"evil-1","previousId":"victim-2"}]}""")]
    [InlineData("import", """{"batch":[{"type":"track","userId":"victim-2","event":"A"}]}""")]
    [InlineData("track", """{"userId":"victim-2","event":"A","context":{"import":true}}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Unsubscribed"}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Subscribed"}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Tag Added","properties":{"tag":"vip"}}""")]
    [InlineData("track", """{"userId":"victim-2","event":" tag  removed ","properties":{"tag":"vip"}}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Message Replied","properties":{"channel":"text","text":"STOP"}}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Email Bounced"}""")]
    [InlineData("track", """{"userId":"victim-2","event":"Email Delivered"}""")]
    [InlineData("identify", """{"anonymousId":"stranger","traits":{"email":"vic@x.test","email_consent":true},"context":{"optIn":true}}""")]
    [InlineData(
        "track",
        """{"anonymousId":"stranger","event":"Form Submitted","properties":{"email":"vic@x.test","email_consent":true},"context":{"optIn":{"source":"form"}}}""")]
    public async Task What_joins_imports_or_speaks_for_a_customer_is_refused(string call, string body)
    {
        var answer = await Page().SendTextAsync($"/v1/{call}", body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Text.ShouldContain("not-for-browser-keys");
    }

    [Fact]
    public async Task New_and_anonymous_people_are_described_and_events_are_taken()
    {
        await PageAsync("identify", """{"anonymousId":"tab-7","traits":{"first_name":"Nora"}}""");
        await PageAsync("identify", """{"userId":"new-7","anonymousId":"tab-7","traits":{"email":"nora@x.test"}}""");
        await PageAsync("track", """{"userId":"new-7","event":"Form Submitted"}""");

        var fields = (await host.Manager().GetAsync("customers/new-7")).Json.GetProperty("fields");
        (fields.GetProperty("first_name").GetString(), fields.GetProperty("email").GetString()).ShouldBe(("Nora", "nora@x.test"));
        (await host.Manager().GetAsync("customers/new-7/timeline")).Text.ShouldContain("Form Submitted");
    }

    [Theory]
    [InlineData("page-1", true)]
    [InlineData("write-1", false)]
    [InlineData("nobody", false)]
    public async Task Pages_get_an_answer_with_browser_keys_alone(string key, bool isAnswered)
    {
        using var call = Call(HttpMethod.Post, key, """{"anonymousId":"cors","event":"A"}""");
        using var answer = await host.CreateClient().SendAsync(call, TestContext.Current.CancellationToken);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(isAnswered);
    }

    [Fact]
    public async Task A_page_may_ask_whether_it_may_send()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Options, "/v1/track");
        ask.Headers.Add("Origin", "https://shop.example");
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var answer = await host.CreateClient().SendAsync(ask, TestContext.Current.CancellationToken);

        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    private static HttpRequestMessage Call(HttpMethod method, string key, string body)
    {
        var call = new HttpRequestMessage(method, "/v1/track") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        call.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:")));
        call.Headers.Add("Origin", "https://shop.example");
        return call;
    }

    private HttpClient Page()
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("page-1:"u8));
        return client;
    }

    private async Task PageAsync(string call, string body)
    {
        var answer = await Page().SendTextAsync($"/v1/{call}", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
    }
}
