using System.Net;
using System.Text;
using System.Text.Json;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_starter_company_is_gated(Chromium chromium)
{
    [Fact]
    public async Task Down_to_Starter_everybody_is_held_and_up_again_they_go_on()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        var sequence = await MakeAsync(site, api);
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");

        await olive.OpenAsync("settings/plan");
        await olive.Page.GetByTestId("choose-Starter").ClickAsync();
        await olive.Page.GetByText("1 customer is inside sequences now").WaitForAsync();
        await olive.PictureAsync("plan-down");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await olive.Page.GetByTestId("plan-Growth").GetByTestId("current-plan").WaitForAsync();
        await olive.Page.GetByTestId("choose-Starter").ClickAsync();
        await olive.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Downgrade to Starter" }).ClickAsync();
        await olive.Page.GetByTestId("plan-Starter").GetByTestId("current-plan").WaitForAsync();
        await olive.PictureAsync("plan-starter");
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);

        await using var mark = await Visitor.ComeAsync(chromium, site);
        await mark.SignInAsync("mark");
        await mark.OpenAsync("automations/sequences");
        await mark.Page.GetByTestId("plan-notice").WaitForAsync();
        (await mark.Page.GetByTestId("new-sequence").CountAsync() + await mark.Page.GetByTestId("import").CountAsync()).ShouldBe(0);
        await mark.PictureAsync("sequences-gated");
        await mark.OpenAsync($"automations/sequences/{sequence}");
        (await mark.Page.GetByTestId("inside-card").InnerTextAsync()).ShouldContain("held: plan");
        (await mark.Page.GetByTestId("pause").CountAsync() + await mark.Page.GetByTestId("publish").CountAsync()
            + await mark.Page.GetByTestId("set-password").CountAsync()).ShouldBe(0);
        await mark.PictureAsync("sequence-gated");
        await mark.OpenAsync("automations/activity?state=held");
        (await mark.Page.GetByTestId("run").InnerTextAsync()).ShouldContain("Continues after an upgrade");
        await mark.PictureAsync("activity-held");
        await mark.OpenAsync("/");
        (await mark.Page.GetByTestId("matter-held").InnerTextAsync()).ShouldContain("your plan does not include sequences");
        await mark.PictureAsync("home");
        (await PostAsync(api, $"api/v1/sequences/{sequence}/pause", "")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // What falls due while held leaves nothing behind.
        (await PostAsync(api, "api/v1/qa/clock", """{"advance":"P3D"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TagsAsync(api)).ShouldBe(["greeted"]);

        await olive.Page.GetByTestId("choose-Growth").ClickAsync();
        await olive.Page.GetByTestId("past-due-send").CheckAsync();
        await olive.PictureAsync("plan-up");
        await olive.Page.GetByTestId("past-due-go").ClickAsync();
        await olive.Page.GetByTestId("plan-Growth").GetByTestId("current-plan").WaitForAsync();
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await TagsAsync(api)).ShouldBe(["greeted", "settled in"]);
        await mark.OpenAsync("automations/sequences");
        await mark.Page.GetByTestId("new-sequence").WaitForAsync();
        (await mark.Page.GetByTestId("plan-notice").CountAsync()).ShouldBe(0);
        olive.Faults.Concat(mark.Faults).ShouldBeEmpty();
    }

    private static async Task<string> MakeAsync(Site site, HttpClient api)
    {
        await site.TellAsync("identify", """{"userId":"c-1","traits":{"first_name":"Ann","last_name":"Abel","email":"ann@example.com"}}""");
        var made = await PostAsync(api, "api/v1/sequences", Encoding.UTF8.GetString(Drawings.Welcome()));
        var id = JsonDocument
            .Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("id").GetString()!;
        (await PostAsync(api, $"api/v1/sequences/{id}/publish", "")).EnsureSuccessStatusCode();
        (await PostAsync(api, $"api/v1/sequences/{id}/enroll", """{"userId":"c-1"}""")).EnsureSuccessStatusCode();
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return id;
    }

    private static async Task<string[]> TagsAsync(HttpClient api)
    {
        var customer = await api.GetStringAsync(new Uri("api/v1/customers/c-1", UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. JsonDocument
            .Parse(customer).RootElement
            .GetProperty("tags").EnumerateArray()
            .Select(tag => tag.GetString()!)
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient api, string path, string json)
    {
        using var body = json.Length == 0 ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await api.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
    }
}
