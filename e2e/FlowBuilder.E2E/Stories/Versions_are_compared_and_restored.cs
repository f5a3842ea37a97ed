using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>A published version is looked at, compared with another and the draft, and made the draft again.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class Versions_are_compared_and_restored(Chromium chromium)
{
    [Fact]
    public async Task From_the_designer_and_back()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Estimate nudge", review: false, template: false));
        await site.TellAsync("identify", """{"userId":"nora","traits":{"first_name":"Nora","email":"nora@example.com"}}""");
        await site.TellAsync("track", """{"userId":"nora","event":"Estimate Sent","properties":{"estimate_id":"e-1"}}""");
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        var designer = new DesignerScreen(olive);
        await designer.ChooseAsync("Add a tag");
        await designer.SetAsync("tag", "second-thoughts");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        await olive.Page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish-inside")).ToContainTextAsync("One customer is inside");
        await olive.Page.GetByTestId("publish-now").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("publish")).ToHaveTextAsync("Publish version 3");

        await olive.Page.GetByTestId("designer-more").Locator("button").ClickAsync();
        await olive.Page.GetByTestId("to-versions").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("inside-1")).ToHaveTextAsync("1 customer inside");
        await Assertions.Expect(olive.Page.GetByTestId("inside-2")).ToHaveTextAsync("no one inside");
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("second-thoughts");
        await olive.Page.GetByTestId("open-version-1").ClickAsync();
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("nudging");
        await olive.PictureAsync("versions-drawing");
        await olive.Page.GetByTestId("face-words").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("sentences")).ToContainTextAsync("Add the tag “nudging”");
        await olive.Page.GetByTestId("face-changes").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("version-differences")).ToContainTextAsync("is now “add the tag “second-thoughts””");
        await olive.Page.GetByTestId("version-with").SelectOptionAsync("2");
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("with=2$"));
        await Assertions.Expect(olive.Page.GetByTestId("version-differences")).ToContainTextAsync("second-thoughts");
        await olive.PictureAsync("versions-compared");

        await olive.Page.GetByTestId("restore").ClickAsync();
        await olive.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Restore", Exact = true }).ClickAsync();
        await olive.Page.GetByTestId("designer").WaitForAsync();
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("nudging");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        await Assertions.Expect(olive.Page.GetByTestId("undo")).ToHaveAttributeAsync("title", "Undo: Restored version 1");
        await using (var context = site.Context())
        {
            (await context.Sequences.SingleAsync(TestContext.Current.CancellationToken)).Draft.ShouldContain("nudging");
            (await context.AuditLog
                .Select(line => line.Action)
                .ToListAsync(TestContext.Current.CancellationToken)).ShouldContain("sequence.restore");
        }

        await olive.Page.GetByTestId("undo").ClickAsync();
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("second-thoughts");
        olive.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_only_looks_cannot_restore()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("sam", "Sam Viewer", "viewer");
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Estimate nudge", review: false, template: false));
        await using var sam = await Visitor.ComeAsync(chromium, site, 390, 844, dark: true);
        await sam.SignInAsync("sam");
        await sam.OpenAsync($"automations/sequences/{id}/versions");
        await Assertions.Expect(sam.Page.GetByTestId("version")).ToBeVisibleAsync();
        await Assertions.Expect(sam.Page.GetByTestId("restore")).ToHaveCountAsync(0);
        await sam.PictureAsync("versions-phone-dark");
        (await sam.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing scrolls sideways");
        sam.Faults.ShouldBeEmpty();
    }
}
