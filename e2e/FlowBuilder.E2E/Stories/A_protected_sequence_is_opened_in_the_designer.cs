using System.Text;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>The designer of a protected sequence asks for the password; without it one may look at
/// the versions, not restore them.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_protected_sequence_is_opened_in_the_designer(Chromium chromium)
{
    private const string Password = "mulch & marigold";

    [Fact]
    public async Task Closed_without_its_password_and_open_with_it()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Estimate nudge", review: false, template: false));
        using var body = new StringContent($$"""{"password":"{{Password}}"}""", Encoding.UTF8, "application/json");
        (await api.PutAsync(
            new Uri($"api/v1/sequences/{id}/password", UriKind.Relative), body,
            TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await using var mark = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await mark.SignInAsync("mark");
        var designer = new DesignerScreen(mark);

        await mark.OpenAsync($"automations/sequences/{id}/edit");
        await mark.Page.GetByTestId("unlock-password").FillAsync("guess");
        await mark.Page.GetByTestId("unlock").ClickAsync();
        await Assertions.Expect(mark.Page.GetByTestId("unlock-fault")).ToContainTextAsync("not this sequence's password");
        await mark.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(mark.Page.GetByTestId("designer-locked")).ToBeVisibleAsync();
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(0);
        await mark.PictureAsync("designer-locked");

        // Looking at a version needs no password, restoring one does.
        await mark.OpenAsync($"automations/sequences/{id}/versions");
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(6);
        await mark.Page.GetByTestId("restore").ClickAsync();
        await mark.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Restore", Exact = true }).ClickAsync();
        await Assertions.Expect(mark.Page.GetByTestId("unlock-password")).ToBeFocusedAsync();
        await mark.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(mark.Page.GetByTestId("designer-locked")).ToBeVisibleAsync();

        await mark.OpenAsync($"automations/sequences/{id}/edit");
        await mark.Page.GetByTestId("unlock-password").FillAsync(Password);
        await mark.Page.Keyboard.PressAsync("Enter");
        await mark.Page.GetByTestId("designer").WaitForAsync();
        await designer.ChooseAsync("Add a tag");
        await designer.SetAsync("tag", "from-mark");
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("from-mark");
        await Assertions.Expect(mark.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        await using var context = site.Context();
        context.Sequences.Select(row => row.Draft).Single().ShouldContain("from-mark");
        mark.Faults.ShouldBeEmpty();
    }
}
