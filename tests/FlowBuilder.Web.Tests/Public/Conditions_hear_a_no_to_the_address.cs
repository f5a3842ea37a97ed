using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

/// <summary>What conditions say of consent and bounces agrees with what would be sent, whoever said the no.</summary>
public sealed class Conditions_hear_a_no_to_the_address(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string Asking = $$"""
        { "format": "flowbuilder.sequence/1", "title": "Asks", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Asked" } },
                     {{Branch("email")}}, {{Branch("text")}} ],
          "edges": [ { "from": "t", "to": "email" }, { "from": "email", "port": "yes", "to": "email-yes" }, { "from": "email", "port": "no", "to": "email-no" }, { "from": "email-yes", "to": "text" }, { "from": "email-no", "to": "text" },
                     { "from": "text", "port": "yes", "to": "text-yes" }, { "from": "text", "port": "no", "to": "text-no" } ] }
        """;

    private const string Hearing = """
        { "format": "flowbuilder.sequence/1", "title": "Hears a yes", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "field-changed", "field": "email_consent" } }, { "id": "ask", "kind": "if", "when": { "all": [ { "type": "consent", "channel": "email" } ] } },
                     { "id": "yes", "kind": "action", "step": { "type": "add-tag", "tag": "heard-yes" } } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "yes", "to": "yes" } ] }
        """;

    [Fact]
    public async Task Consent_is_missing_for_whoever_holds_an_address_that_said_no_until_it_says_yes()
    {
        var manager = host.Manager();
        await manager.PublishAsync(Asking);
        await manager.PublishAsync(Hearing);
        await KnowAsync("first", "both@bücher.example", "(555) 303-0001");
        await KnowAsync("second", "BOTH@xn--bcher-kva.example", "+1 555 303 0001");
        await KnowAsync("other", "other@example.com", "+1 555 303 0002");
        await host.TellAsync("track", """{"userId":"first","event":"Unsubscribed","properties":{"channel":"email"}}""");
        await host.TellAsync("track", """{"userId":"first","event":"Message Replied","properties":{"channel":"text","body":"STOP"}}""");
        (await AskAsync("second")).ShouldBe(["email-no", "text-no"]);
        (await AskAsync("other")).ShouldBe(["email-yes", "text-yes"]);

        await host.TellAsync("track", """{"userId":"second","event":"Subscribed","properties":{"channel":"email"}}""");
        (await TagsAsync("second")).ShouldContain("heard-yes", "a turn hears its own words first");
        (await AskAsync("second")).ShouldContain("email-yes");

        (await manager.PostAsync(
            "suppressions",
            """{"channel":"email","address":"other@example.com","reason":"byHand"}""")).Status.ShouldBeOneOf(
                HttpStatusCode.OK, HttpStatusCode.Created);
        await KnowAsync("third", "Other@Example.com", "+1 555 303 0003");
        (await AskAsync("third")).ShouldBe(["email-no", "text-yes"]);
    }

    private static string Branch(string channel) => $$"""
        { "id": "{{channel}}", "kind": "if", "when": { "all": [ { "type": "consent", "channel": "{{channel}}" } ] } },
        { "id": "{{channel}}-yes", "kind": "action", "step": { "type": "add-tag", "tag": "{{channel}}-yes" } }, { "id": "{{channel}}-no", "kind": "action", "step": { "type": "add-tag", "tag": "{{channel}}-no" } }
        """;

    private Task KnowAsync(string id, string email, string phone) =>
        host.TellAsync(
            "identify", $$$"""{"userId":"{{{id}}}","traits":{"email":"{{{email}}}","phone":"{{{phone}}}","sms_consent":true}}""");

    private async Task<IReadOnlyList<string>> AskAsync(string id)
    {
        await host.TellAsync("track", $$"""{"userId":"{{id}}","event":"Asked"}""");
        return [.. (await TagsAsync(id)).Where(tag => tag != "heard-yes")];
    }

    private async Task<IReadOnlyList<string>> TagsAsync(string id) =>
        [.. (await host.Manager().GetAsync($"customers/{id}"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("tags").EnumerateArray()
            .Select(tag => tag.GetString()!)];
}
