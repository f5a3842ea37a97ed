using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Rights_taken_away_end_access_in_another_browser(Chromium chromium)
{
    private static readonly LocatorWaitForOptions AMinute = new() { Timeout = 60_000 };

    [Fact]
    public async Task Within_a_minute_and_without_a_click_there()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("ada", "Ada Admin", "admin");
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await using var ada = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/users");
        await ada.SignInAsync("ada");
        await ada.OpenAsync("settings/users");
        await ada.Page.GetByTestId("users").WaitForAsync();

        await ChangeAsync(olive, "role");
        await olive.Page.GetByTestId("role-viewer").CheckAsync();
        await olive.PictureAsync("role");
        await olive.Page.GetByTestId("save-role").ClickAsync();
        await ada.Page.GetByTestId("forbidden").WaitForAsync(AMinute);
        (await ada.Page.GetByTestId("users").CountAsync()).ShouldBe(0);

        await ada.OpenAsync("");
        await ChangeAsync(olive, "remove");
        await olive.PictureAsync("remove");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await ada.Page.GetByTestId("no-company").WaitForAsync(AMinute);
        await ada.PictureAsync("no-company");
        (await olive.Page.GetByTestId("user")
            .Filter(new() { HasText = "Ada Admin" })
            .GetByTestId("state").InnerTextAsync()).ShouldContain("Removed");

        await ChangeAsync(olive, "restore");
        await olive.Page.GetByText("Ada Admin works here again.").WaitForAsync();
        await ada.OpenAsync("");
        (await ada.Page.GetByTestId("company-name").InnerTextAsync()).ShouldBe("Green Valley");
        olive.Faults.ShouldBeEmpty();
    }

    private static async Task ChangeAsync(Visitor olive, string what)
    {
        await olive.Page.GetByTestId("user").Filter(new() { HasText = "Ada Admin" }).GetByTestId("change").Locator("button").ClickAsync();
        await olive.Page.GetByTestId(what).ClickAsync();
    }
}
