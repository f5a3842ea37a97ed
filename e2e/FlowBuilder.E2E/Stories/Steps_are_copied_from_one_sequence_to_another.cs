using System.Net.Http.Json;
using System.Text.Json;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Steps_are_copied_from_one_sequence_to_another(Chromium chromium)
{
    [Fact]
    public async Task Several_at_once_with_the_connections_between_them()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var first = await World.PublishAsync(api, World.FollowUp("First", review: false, template: false));
        var second = await World.PublishAsync(api, System.Text.Encoding.UTF8.GetString(Drawings.Welcome("Second")));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{first}/edit");
        await olive.Page.Locator("[data-node-id=tag]").ClickAsync();
        await olive.Page.Locator("[data-node-id=w]").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await olive.Page.Locator("[data-node-id=mail]").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await olive.Page.GetByTestId("tab-step").ClickAsync();
        await Assertions.Expect(olive.Page.Locator(".designer-side h2")).ToHaveTextAsync("3 steps");
        await olive.Page.Locator("[data-node-id=mail]").FocusAsync();
        await olive.Page.Keyboard.PressAsync("Control+c");

        await olive.OpenDrawingAsync($"automations/sequences/{second}/edit");
        var designer = new DesignerScreen(olive);
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(4);
        await olive.Page.Locator("[data-node-id=b]").FocusAsync();
        await olive.Page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(designer.Cards).ToHaveCountAsync(7);
        await Assertions.Expect(olive.Page.Locator("[data-edge-id]")).ToHaveCountAsync(5);
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        await olive.PictureAsync("pasted");
        olive.Faults.ShouldBeEmpty();

        var draft = await api.GetFromJsonAsync<JsonElement>(
            new Uri($"api/v1/sequences/{second}/draft", UriKind.Relative), TestContext.Current.CancellationToken);
        string[] old = ["t", "a", "w", "b"];
        var pasted = draft.GetProperty("nodes").EnumerateArray()
            .Where(node => !old.Contains(node.GetProperty("id").GetString()))
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("step"));
        pasted.Values.Select(step => step.GetProperty("type").GetString()).Order().ShouldBe(["add-note", "add-tag", "wait-for"]);
        pasted.Values.Single(step => step.GetProperty("type").GetString() == "add-tag").GetProperty("tag").GetString().ShouldBe("nudging");
        draft.GetProperty("edges").EnumerateArray()
            .Select(edge => (From: edge.GetProperty("from").GetString()!, To: edge.GetProperty("to").GetString()!))
            .Where(edge => pasted.ContainsKey(edge.From))
            .Select(edge => $"{Type(edge.From)} -> {Type(edge.To)}").Order().ShouldBe(["add-tag -> wait-for", "wait-for -> add-note"]);

        string? Type(string node) => pasted[node].GetProperty("type").GetString();
    }
}
