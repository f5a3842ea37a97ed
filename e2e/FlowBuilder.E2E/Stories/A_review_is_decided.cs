using System.Text;
using System.Text.Json;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_review_is_decided(Chromium chromium)
{
    private const string Template = """{ "name": "Welcome", "channel": "email", "subject": "Hello {{ customer.first_name }}", "html": "<h1>Welcome, {{ customer.first_name }}</h1><p>Glad you are here.</p>" }""";

    private const string Drawing = """
        { "format": "flowbuilder.sequence/1", "title": "Welcome mail", "settings": { "reviewBeforeExecution": true },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } }, { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "welcome" } } ],
          "edges": [ { "from": "t", "to": "m" } ] }
        """;

    [Fact]
    public async Task By_a_manager_who_approves_one_and_rejects_another_while_a_marketer_only_looks()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mia", "Mia Manager", "manager");
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        await SendAsync(api, HttpMethod.Put, "templates/welcome", Template);
        var id = JsonDocument.Parse(await SendAsync(api, HttpMethod.Post, "sequences", Drawing)).RootElement.GetProperty("id").GetString();
        await SendAsync(api, HttpMethod.Post, $"sequences/{id}/publish", null);
        foreach (var name in (string[])["Ann", "Bob"])
        {
            await site.TellAsync("identify", $$$"""{"userId":"{{{name}}}","traits":{"first_name":"{{{name}}}","email":"{{{name}}}@example.com"}}""");
            await SendAsync(api, HttpMethod.Post, $"sequences/{id}/enroll", $$"""{"userId":"{{name}}"}""");
        }

        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        await using var mark = await Visitor.ComeAsync(chromium, site, width: 390, height: 844, dark: true);
        await mark.SignInAsync("mark");
        await mark.OpenAsync("automations/reviews");
        await mark.Page.GetByTestId("review").First.WaitForAsync();
        (await mark.Page.GetByTestId("approve").CountAsync()).ShouldBe(0);
        await mark.PictureAsync("reviews-phone-dark");

        await using var mia = await Visitor.ComeAsync(chromium, site);
        await mia.SignInAsync("mia");
        await mia.OpenAsync("/");
        await mia.Page.GetByTestId("matter-reviews").ClickAsync();
        var ann = mia.Page.GetByTestId("review").Filter(new() { HasText = "Ann" });
        (await ann.GetByTestId("letter").InnerTextAsync()).ShouldContain("Glad you are here.");
        await mia.PictureAsync("reviews");

        // The customer changes under the reviewer's eyes: what was shown is not approved unseen.
        await site.TellAsync("identify", """{"userId":"Ann","traits":{"first_name":"Anna"}}""");
        await ann.GetByTestId("approve").ClickAsync();
        var anna = mia.Page.GetByTestId("review").Filter(new() { HasText = "Anna" });
        await anna.GetByTestId("changed").WaitForAsync();
        await mia.PictureAsync("review-changed");
        await anna.GetByTestId("approve").ClickAsync();
        await anna.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await mia.Page.GetByTestId("review").GetByTestId("reject").ClickAsync();
        await mia.Page.GetByTestId("reason").FillAsync("Not this one");
        await mia.PictureAsync("review-reject");
        await mia.Page.GetByTestId("reject-go").ClickAsync();
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);

        await mia.OpenAsync("automations/activity");
        (await mia.Page.GetByTestId("runs").InnerTextAsync()).ShouldContain("Rejected");
        (await mia.Page.GetByTestId("runs").InnerTextAsync()).ShouldContain("Finished");
        await mia.PictureAsync("activity");
        mia.Faults.Concat(mark.Faults).ShouldBeEmpty();
    }

    private static async Task<string> SendAsync(HttpClient api, HttpMethod method, string path, string? json)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
