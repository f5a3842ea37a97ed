using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Dragging_from_the_palette(Chromium chromium)
{
    [Fact]
    public async Task Onto_the_ground_with_an_outline_of_where_it_will_lie()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var spot = await artist.At(artist.Canvas, -300, 250);
        await artist.TakeAsync(await artist.At(Item(artist, "wait")), spot);
        await artist.SettleAsync();
        (await artist.Page.Locator(".fbc-outline").IsVisibleAsync()).ShouldBeTrue();
        await artist.PictureAsync("palette");
        await artist.Mouse.UpAsync();
        var drop = await artist.Drawing.NextAsync<DropKind>();
        (drop.Kind, drop.Edge).ShouldBe(("wait", null));
        (drop.At.X % 16, drop.At.Y % 16).ShouldBe((0, 0));
        await artist.Node("new1").WaitForAsync();
        var made = await artist.AtNode("new1");
        made.X.ShouldBe(spot.X, 9);
        made.Y.ShouldBe(spot.Y, 9);
        (await artist.Page.Locator(".fbc-ghost").CountAsync()).ShouldBe(0);
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Onto_an_edge()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(Item(artist, "wait")), await artist.At(artist.Plus("d"), 20));
        await artist.SettleAsync();
        (await artist.Page.Locator("[data-edge-id=d]").GetAttributeAsync("data-drop")).ShouldBe("here");
        await artist.PictureAsync("palette-edge");
        await artist.Mouse.UpAsync();
        (await artist.Drawing.NextAsync<DropKind>()).Edge.ShouldBe("d");
        (await artist.Page.Locator("[data-drop]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task By_finger()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        await artist.SlideAsync(await artist.At(Item(artist, "if")), await artist.At(artist.Canvas, -300, 250));
        (await artist.Drawing.NextAsync<DropKind>()).Kind.ShouldBe("if");
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("outside")]
    [InlineData("cancel")]
    public async Task Given_up_or_let_go_outside_nothing_comes_of_it_not_even_a_click(string how)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var item = await artist.At(Item(artist, "action"));
        await artist.TakeAsync(item, await artist.At(artist.Canvas));
        if (how == "Escape") await artist.Keyboard.PressAsync("Escape");
        if (how == "cancel") await artist.Page.EvaluateAsync("() => dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1 }))");
        await artist.CarryAsync(item, item.By(4, 4));
        await artist.Mouse.UpAsync();
        await artist.SettleAsync();
        (await artist.Page.Locator(".fbc-ghost").CountAsync()).ShouldBe(0);
        (await artist.Page.Locator(".fbc-outline").IsVisibleAsync()).ShouldBeFalse();
        if (how != "cancel") artist.Drawing.ClicksOnPalette.ShouldBe(0);
        await artist.DragAsync(await artist.AtNode("tag"), (await artist.AtNode("tag")).By(16, 0));
        await artist.Drawing.NextAsync<MoveNodes>();
        artist.Drawing.Commands.OfType<DropKind>().ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_canvas_is_taken_away_meanwhile_nothing_is_left_behind()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.TakeAsync(await artist.At(Item(artist, "wait")), await artist.At(artist.Canvas));
        artist.Drawing.IsAway = true;
        artist.Drawing.Touch();
        await artist.UntilAsync("!document.querySelector('.fbc') && !document.querySelector('.fbc-ghost')");
        await artist.Mouse.UpAsync();
        artist.Drawing.IsAway = false;
        artist.Drawing.Touch();
        await artist.Page.WaitForSelectorAsync("[data-canvas][data-ready]");
        await artist.DragAsync(await artist.At(Item(artist, "wait")), await artist.At(artist.Canvas, -300, 250));
        await artist.Drawing.NextAsync<DropKind>();
        artist.Drawing.Commands.OfType<DropKind>().Count().ShouldBe(1);
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_click_stays_a_click()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await Item(artist, "action").ClickAsync();
        await Item(artist, "action").FocusAsync();
        await artist.Keyboard.PressAsync("Enter");
        await artist.DragAsync(await artist.AtNode("tag"), (await artist.AtNode("tag")).By(16, 0));
        await artist.Drawing.NextAsync<MoveNodes>();
        artist.Drawing.ClicksOnPalette.ShouldBe(2);
    }

    private static ILocator Item(Artist artist, string kind) => artist.Page.Locator($"[data-palette-kind={kind}]");
}
