using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Sequences_are_listed_copied_and_archived(Chromium chromium)
{
    [Fact]
    public async Task From_the_list_with_its_filters_and_menus()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("automations/sequences");
        await olive.Page.GetByTestId("sequences-empty").WaitForAsync();
        await olive.PictureAsync("sequences-empty");

        await olive.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload
            {
                Name = "broken.json", MimeType = "application/json", Buffer = "{\"title\":7}"u8.ToArray()
            });
        (await olive.Page.GetByTestId("import-fault").InnerTextAsync()).ShouldContain("not a sequence");
        await olive.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = "welcome.json", MimeType = "application/json", Buffer = Drawings.Welcome() });
        await HeadingIsAsync(olive, "Welcome");
        (await olive.Page.GetByTestId("sentences").InnerTextAsync()).ShouldContain("add the tag");
        await olive.Page.GetByTestId("publish").ClickAsync();
        await olive.Page.GetByTestId("status").Filter(new() { HasText = "Live" }).WaitForAsync();
        await olive.PictureAsync("sequence-live");

        await olive.OpenAsync("automations/sequences");
        await RowAsync(olive, "Welcome", "copy");
        await HeadingIsAsync(olive, "Copy of Welcome");
        await olive.OpenAsync("automations/sequences?sort=title");
        (await olive.Page.GetByTestId("sequence").Locator("th a").AllInnerTextsAsync()).ShouldBe(["Copy of Welcome", "Welcome"]);
        await olive.PictureAsync("sequences");

        await olive.Page.GetByTestId("filter-status").SelectOptionAsync("draft");
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("\\?status=draft&sort=title$"));
        await olive.Page.GetByTestId("sequence")
            .GetByRole(AriaRole.Link, new() { Name = "Welcome", Exact = true })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await olive.Page.GetByTestId("sequence").Locator("th a").AllInnerTextsAsync()).ShouldBe(["Copy of Welcome"]);
        await olive.Page.GetByTestId("find").FillAsync("nothing like it");
        await olive.Page.GetByTestId("find-go").ClickAsync();
        await olive.Page.GetByTestId("sequences-none").WaitForAsync();

        await olive.OpenAsync("automations/sequences");
        var download = await olive.Page.RunAndWaitForDownloadAsync(() => RowAsync(olive, "Copy of Welcome", "export"));
        download.SuggestedFilename.ShouldBe("copy-of-welcome.sequence.json");
        (await File.ReadAllTextAsync(
            await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldContain("flowbuilder.sequence/1");

        await RowAsync(olive, "Copy of Welcome", "delete");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await olive.Page.GetByTestId("sequence")
            .GetByRole(AriaRole.Link, new() { Name = "Copy of Welcome", Exact = true })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await RowAsync(olive, "Welcome", "archive");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Archive", Exact = true }).ClickAsync();
        await olive.Page.GetByTestId("sequence").GetByTestId("status").Filter(new() { HasText = "Archived" }).WaitForAsync();
        olive.Faults.ShouldBeEmpty();

        await using var phone = await Visitor.ComeAsync(chromium, site, width: 390, height: 844, dark: true);
        await phone.SignInAsync("olive");
        await phone.OpenAsync("automations/sequences");
        await phone.Page.GetByTestId("sequence").First.WaitForAsync();
        (await phone.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the phone's page must not scroll sideways");
        await phone.PictureAsync("sequences-phone-dark");

        await olive.Page.GotoAsync($"automations/sequences/{Guid.NewGuid()}");
        await olive.Page.GetByTestId("not-found").WaitForAsync();
    }

    private static Task HeadingIsAsync(Visitor visitor, string title) =>
        visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title, Exact = true }).WaitForAsync();

    private static async Task RowAsync(Visitor visitor, string title, string command)
    {
        var row = visitor.Page
            .GetByTestId("sequence")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });
        await row.GetByTestId("row-menu").GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.GetByTestId(command).ClickAsync();
    }
}
