using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class An_API_key_is_made_used_rotated_and_revoked(Chromium chromium)
{
    [Fact]
    public async Task By_an_owner_and_by_nobody_less()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/api-keys");
        await olive.Page.GetByTestId("keys-empty").WaitForAsync();

        await olive.Page.GetByTestId("make-key").ClickAsync();
        await olive.Page.GetByTestId("key-name").FillAsync("Website");
        await olive.PictureAsync("key-new");
        await olive.Page.GetByTestId("key-make").ClickAsync();
        var first = await KeyAsync(olive, "key-shown");
        (await EventAsync(site, first)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(site, first)).ShouldBe(HttpStatusCode.Forbidden);

        await MenuAsync(olive, 0, "rotate");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Create a second key" }).ClickAsync();
        var second = await KeyAsync(olive, null);
        second.ShouldNotBe(first);
        (await olive.Page.GetByTestId("key").CountAsync()).ShouldBe(2);
        foreach (var key in (string[])[first, second]) (await EventAsync(site, key)).ShouldBe(HttpStatusCode.OK);
        await MenuAsync(olive, 0, "rotate");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Create a second key" }).ClickAsync();
        await olive.Page.GetByText("already has two live keys").WaitForAsync();

        await MenuAsync(olive, 1, "revoke");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await olive.Page.GetByTestId("key-state").Filter(new() { HasText = "Revoked" }).WaitForAsync();
        (await EventAsync(site, first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await EventAsync(site, second)).ShouldBe(HttpStatusCode.OK);
        (await EventAsync(site, second[..^1])).ShouldBe(HttpStatusCode.Unauthorized);

        await olive.Page.GetByTestId("make-key").ClickAsync();
        await olive.Page.GetByTestId("key-name").FillAsync("Office software");
        await olive.Page.GetByTestId("key-api").CheckAsync();
        await olive.Page.GetByTestId("key-manage").CheckAsync();
        await olive.Page.GetByTestId("key-expires").SelectOptionAsync("90");
        await olive.PictureAsync("key-new-api");
        await olive.Page.GetByTestId("key-make").ClickAsync();
        var office = await KeyAsync(olive, null);
        (await ReadAsync(site, office)).ShouldBe(HttpStatusCode.OK);
        (await EventAsync(site, office)).ShouldBe(HttpStatusCode.Forbidden);
        await olive.PictureAsync("keys");
        olive.Faults.ShouldBeEmpty();

        await using var mark = await Visitor.ComeAsync(chromium, site, width: 390, height: 844);
        await mark.SignInAsync("mark");
        await mark.Page.GotoAsync("settings/api-keys");
        (await mark.Page.GetByTestId("make-key").CountAsync() + await mark.Page.GetByTestId("keys").CountAsync()).ShouldBe(0);
        await using var phone = await Visitor.ComeAsync(chromium, site, width: 390, height: 844, dark: true);
        await phone.SignInAsync("olive");
        await phone.OpenAsync("settings/api-keys");
        await phone.Page.GetByTestId("key").First.WaitForAsync();
        (await phone.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the phone's page must not scroll sideways");
        await phone.PictureAsync("keys-phone-dark");
    }

    private static async Task<string> KeyAsync(Visitor visitor, string? picture)
    {
        var text = await visitor.Page.GetByTestId("key-text").InnerTextAsync();
        if (picture is not null) await visitor.PictureAsync(picture);
        await visitor.Page.GetByTestId("key-kept").ClickAsync();
        await visitor.Page.GetByTestId("key-text").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await visitor.Page.ContentAsync()).ShouldNotContain(text);
        return text;
    }

    private static async Task MenuAsync(Visitor visitor, int row, string command)
    {
        await visitor.Page.GetByTestId("key").Nth(row).GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.GetByTestId(command).ClickAsync();
    }

    private static async Task<HttpStatusCode> EventAsync(Site site, string key)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:")));
        using var body = new StringContent("""{"userId":"c-1","event":"Estimate Sent"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("v1/track", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> ReadAsync(Site site, string key)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync(new Uri("api/v1/sequences", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
