using System.Net.Http.Json;
using System.Text.Json;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class The_connection_drops_in_the_middle_of_an_edit(Chromium chromium)
{
    [Fact]
    public async Task While_a_step_is_dragged_it_lands_where_it_was_let_go()
    {
        await using var site = await Site.StartAsync();
        await using var wire = Wire.To(site.Address.Port);
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Cut off", review: false, template: false));
        await using var olive = await ComeAsync(site, wire, id);
        var before = await PlaceAsync(api, id);
        var card = (await olive.Page.Locator("[data-node-id=untag]").BoundingBoxAsync())!;
        // Beside the ports, which begin a line.
        var (x, y) = (card.X + 30, card.Y + (card.Height / 2));
        await olive.Page.Mouse.MoveAsync(x, y);
        await olive.Page.Mouse.DownAsync();
        await olive.Page.Mouse.MoveAsync(x + 20, y + 40, new() { Steps = 4 });
        wire.Cut();
        await olive.Page.Locator(".fbc[data-offline]").WaitForAsync();
        await olive.Page.Mouse.MoveAsync(x + 20, y + 96, new() { Steps = 6 });
        await olive.Page.Mouse.UpAsync();
        await olive.PictureAsync("designer-offline");
        wire.Mend();
        await olive.Page.Locator(".fbc:not([data-offline])").WaitForAsync();
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        var after = await PlaceAsync(api, id);
        (after.Y - before.Y).ShouldBeGreaterThan(30, "the step was let go further down");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        (await PlaceAsync(api, id)).ShouldBe(after);
    }

    [Fact]
    public async Task While_something_is_typed_the_words_are_kept()
    {
        await using var site = await Site.StartAsync();
        await using var wire = Wire.To(site.Address.Port);
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Cut off", review: false, template: false));
        await using var olive = await ComeAsync(site, wire, id);
        var designer = new DesignerScreen(olive);
        await designer.ChooseAsync("Add a tag");
        var field = designer.Panel.Locator("[data-setting=tag] input");
        await field.FillAsync("");
        await field.PressSequentiallyAsync("kept in");
        wire.Cut();
        await olive.Page.Locator("#components-reconnect-modal[open]").WaitForAsync();
        wire.Mend();
        await olive.Page.Locator("#components-reconnect-modal:not([open])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await field.InputValueAsync()).ShouldBe("kept in");
        await Assertions.Expect(designer.Card("Add a tag")).ToContainTextAsync("kept in");
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved");
        (await NodeAsync(api, id, "tag")).GetProperty("step").GetProperty("tag").GetString().ShouldBe("kept in");
    }

    private async Task<Visitor> ComeAsync(Site site, Wire wire, string sequence)
    {
        var olive = await Visitor.ComeAsync(chromium, site, 1500, 950, way: new Uri($"http://127.0.0.1:{wire.Port}/"));
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{sequence}/edit");
        return olive;
    }

    private static async Task<(double X, double Y)> PlaceAsync(HttpClient api, string sequence)
    {
        var at = (await NodeAsync(api, sequence, "untag")).GetProperty("at");
        return (at[0].GetDouble(), at[1].GetDouble());
    }

    private static async Task<JsonElement> NodeAsync(HttpClient api, string sequence, string node)
    {
        var draft = await api.GetFromJsonAsync<JsonElement>(
            new Uri($"api/v1/sequences/{sequence}/draft", UriKind.Relative), TestContext.Current.CancellationToken);
        return draft.GetProperty("nodes").EnumerateArray().Single(one => one.GetProperty("id").GetString() == node);
    }
}
