using System.Net;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_protected_sequence_needs_its_password(Chromium chromium)
{
    private const string Password = "mulch & marigold";

    [Fact]
    public async Task To_be_exported_published_or_changed_in_the_browser_and_by_API_and_can_with_it()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        var id = await MakeAsync(api);

        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync($"automations/sequences/{id}");
        await SetPasswordAsync(olive, "short", "short");
        (await olive.Page.GetByTestId("password-fault").InnerTextAsync()).ShouldContain("too short");
        await TypePasswordAsync(olive, Password, Password);
        await olive.Page.GetByTestId("unlocked").WaitForAsync();

        // Who sits elsewhere is asked; looking needs no password.
        await using var mark = await Visitor.ComeAsync(chromium, site);
        await mark.SignInAsync("mark");
        await mark.OpenAsync($"automations/sequences/{id}");
        await mark.Page.GetByTestId("locked").WaitForAsync();
        (await mark.Page.GetByTestId("sentences").InnerTextAsync()).ShouldContain("greeted");
        (await mark.Page.GetByTestId("reset-password").CountAsync()).ShouldBe(0);
        await mark.Page.GetByTestId("publish").ClickAsync();
        await mark.Page.GetByTestId("unlock-password").FillAsync("guess");
        await mark.Page.GetByTestId("unlock").ClickAsync();
        (await mark.Page.GetByTestId("unlock-fault").InnerTextAsync()).ShouldContain("not this sequence's password");
        await mark.PictureAsync("unlock");
        await mark.Page.Keyboard.PressAsync("Escape");
        await mark.Page.GetByTestId("more").GetByRole(AriaRole.Button).ClickAsync();
        await mark.Page.GetByTestId("export").ClickAsync();
        await mark.Page.GetByTestId("unlock-password").WaitForAsync();
        // A dialog hears keys a moment after it is seen, but its buttons at once.
        await mark.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        (await StateAsync(api, id)).ShouldContain("\"state\":\"draft\"");

        await RefusedAsync(api, HttpMethod.Post, $"api/v1/sequences/{id}/publish");
        await RefusedAsync(api, HttpMethod.Get, $"api/v1/sequences/{id}/export");
        await RefusedAsync(api, HttpMethod.Delete, $"api/v1/sequences/{id}");

        // With it, everything goes.
        await mark.Page.GetByTestId("publish").ClickAsync();
        await mark.Page.GetByTestId("unlock-password").FillAsync(Password);
        await mark.Page.Keyboard.PressAsync("Enter");
        await mark.Page.GetByTestId("status").Filter(new() { HasText = "Live" }).WaitForAsync();
        await mark.Page.GetByTestId("unlocked").WaitForAsync();
        await mark.PictureAsync("protected-unlocked");
        var download = await mark.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await mark.Page.GetByTestId("more").GetByRole(AriaRole.Button).ClickAsync();
            await mark.Page.GetByTestId("export").ClickAsync();
        });
        download.SuggestedFilename.ShouldBe("welcome.sequence.json");
        (await SendAsync(api, HttpMethod.Get, $"api/v1/sequences/{id}/export", Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await mark.Page.GetByTestId("relock").ClickAsync();
        await mark.Page.GetByTestId("locked").WaitForAsync();

        // A new password locks everybody out; the owner resets it when nobody knows it any more.
        (await SendAsync(
            api, HttpMethod.Put, $"api/v1/sequences/{id}/password", Password,
            """{"password":"begonia bed 7"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await olive.OpenAsync($"automations/sequences/{id}");
        await olive.Page.GetByTestId("locked").WaitForAsync();
        await olive.Page.GetByTestId("reset-password").ClickAsync();
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Reset", Exact = true }).ClickAsync();
        await olive.Page.GetByTestId("password-card").Filter(new() { HasText = "Off." }).WaitForAsync();
        (await SendAsync(api, HttpMethod.Get, $"api/v1/sequences/{id}/export")).StatusCode.ShouldBe(HttpStatusCode.OK);
        olive.Faults.Concat(mark.Faults).ShouldBeEmpty();
    }

    private static async Task SetPasswordAsync(Visitor visitor, string password, string again)
    {
        await visitor.Page.GetByTestId("set-password").ClickAsync();
        await TypePasswordAsync(visitor, password, again);
    }

    private static async Task TypePasswordAsync(Visitor visitor, string password, string again)
    {
        await visitor.Page.GetByTestId("new-password").FillAsync(password);
        await visitor.Page.GetByTestId("new-password-again").FillAsync(again);
        await visitor.Page.GetByTestId("save-password").ClickAsync();
    }

    private static async Task<string> MakeAsync(HttpClient api)
    {
        using var body = new ByteArrayContent(Drawings.Welcome());
        body.Headers.ContentType = new("application/json");
        using var answer = await api.PostAsync(new Uri("api/v1/sequences", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return System.Text.Json.JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("id").GetString()!;
    }

    private static Task<string> StateAsync(HttpClient api, string id) =>
        api.GetStringAsync(new Uri($"api/v1/sequences/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task RefusedAsync(HttpClient api, HttpMethod method, string path)
    {
        using var answer = await SendAsync(api, method, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("password-required");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient api, HttpMethod method, string path, string? password = null, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (password is not null) request.Headers.Add("X-Sequence-Password", password);
        if (json is not null) request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await api.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
