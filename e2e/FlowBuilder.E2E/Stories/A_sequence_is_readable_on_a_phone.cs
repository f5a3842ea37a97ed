using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

/// <summary>On a phone the outline comes first: it is read, a step is looked at and changed, the drawing stays one tap away.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class A_sequence_is_readable_on_a_phone(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task As_a_list_whose_steps_open(bool dark)
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var id = await World.PublishAsync(
            api, World.FollowUp("Estimate follow-up for customers who asked twice", review: true, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 390, 844, dark);
        await olive.SignInAsync("olive");
        await olive.OpenAsync($"automations/sequences/{id}/edit");
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("view=outline$"));
        var rows = olive.Page.GetByTestId("outline-row");
        await Assertions.Expect(rows).ToHaveCountAsync(6);
        await Assertions.Expect(rows.First).ToContainTextAsync("An estimate is sent");
        await FitsAsync(olive);
        await olive.PictureAsync($"outline-phone{(dark ? "-dark" : "")}");
        await rows.Nth(1).ClickAsync();
        await Assertions.Expect(olive.Page.Locator("#panel .step-head h2")).ToHaveTextAsync("Add a tag");
        await olive.Page.Locator("#panel [data-setting=tag] input").FillAsync("asked-twice");
        await olive.Page.Locator("#panel [data-setting=tag] input").PressAsync("Tab");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("asked-twice");
        await olive.Page.GetByTestId("outline-add").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("add-menu")).ToBeInViewportAsync();
        await FitsAsync(olive);
        await AccessibleAsync(olive);
        await olive.PictureAsync($"outline-phone-add{(dark ? "-dark" : "")}");
        await olive.Page.Keyboard.PressAsync("Escape");
        await olive.Page.GetByTestId("view-canvas").ClickAsync();
        await Assertions.Expect(new DesignerScreen(olive).Cards).ToHaveCountAsync(6);
        await FitsAsync(olive);
        await olive.OpenAsync($"automations/sequences/{id}/versions");
        await FitsAsync(olive);
        await AccessibleAsync(olive);
        await olive.PictureAsync($"versions-phone{(dark ? "-dark" : "")}");
        olive.Faults.ShouldBeEmpty();
    }

    private static async Task FitsAsync(Visitor olive) =>
        (await olive.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing scrolls sideways");

    private static async Task AccessibleAsync(Visitor olive)
    {
        var found = await olive.Page.RunAxe(new AxeRunOptions { Iframes = false });
        found.Violations
            .Where(fault => fault.Impact is "serious" or "critical")
            .Select(fault => $"{fault.Id}: {string.Join(' ', fault.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}
