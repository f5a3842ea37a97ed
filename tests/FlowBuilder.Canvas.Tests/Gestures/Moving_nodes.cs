using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Moving_nodes(Chromium chromium)
{
    [Fact]
    public async Task With_the_mouse_one_command_goes_out_and_none_before_it_is_let_go()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var from = await artist.AtNode("tag");
        await artist.TakeAsync(from, from.By(-20, 5));
        await artist.SettleAsync();
        artist.Sent.Clear();
        await artist.CarryAsync(from, from.By(-100, 37));
        await artist.SettleAsync();
        artist.Sent.ShouldBeEmpty();
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
        await artist.PictureAsync("dragging");
        await artist.Mouse.UpAsync();
        (await artist.Drawing.NextAsync<MoveNodes>()).ShouldSatisfyAllConditions(
            move => move.Nodes.ShouldBe(["tag"]), move => (move.Dx, move.Dy).ShouldBe((-96, 32)), move => move.BaseRevision.ShouldBe(1));
        await artist.UntilAsync("document.querySelector('[data-node-id=tag]').dataset.x === '400'");
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
        artist.Drawing.Commands.OfType<MoveNodes>().Count().ShouldBe(1);
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_are_chosen_move_together_and_their_lines_with_them()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.ClickAsync(await artist.AtNode("thank"));
        await artist.Keyboard.DownAsync("Shift");
        await artist.ClickAsync(await artist.AtNode("remind"));
        await artist.Keyboard.UpAsync("Shift");
        var from = await artist.AtNode("remind");
        var line = await artist.Page.Locator("[data-edge-id=d] .fbc-line").GetAttributeAsync("d");
        await artist.DragAsync(from, from.By(32, 16));
        var move = await artist.Drawing.NextAsync<MoveNodes>();
        move.Nodes.ShouldBe(["thank", "remind"], ignoreOrder: true);
        (move.Dx, move.Dy).ShouldBe((32, 16));
        (await artist.Page.Locator("[data-edge-id=d] .fbc-line").GetAttributeAsync("d")).ShouldNotBe(line);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("cancel")]
    [InlineData("capture")]
    [InlineData("blur")]
    public async Task Broken_off_half_way_everything_is_where_it_was(string how)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var (from, home) = (await artist.AtNode("tag"), await artist.PlaceAsync("tag"));
        await artist.TakeAsync(from, from.By(-100, 40));
        await artist.SettleAsync();
        (await artist.PlaceAsync("tag")).ShouldNotBe(home);
        switch (how)
        {
            case "Escape":
                await artist.Keyboard.PressAsync("Escape");
                break;
            case "cancel":
                await artist.Page.EvaluateAsync(
                    "() => document.querySelector('.fbc-pane').dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1, bubbles: "
                        + "true }))");
                break;
            case "capture":
                await artist.Page.EvaluateAsync("() => document.querySelector('.fbc-pane').releasePointerCapture(1)");
                await artist.CarryAsync(from, from.By(-110, 44));
                break;
            default:
                await artist.Page.EvaluateAsync(
                    "() => dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, pointerType: 'mouse', buttons: 0, bubbles: true "
                        + "}))");
                break;
        }

        (await artist.PlaceAsync("tag")).ShouldBe(home);
        await artist.CarryAsync(from, from.By(-60, 80));
        await artist.Mouse.UpAsync();
        await artist.SettleAsync();
        (await artist.PlaceAsync("tag")).ShouldBe(home);
        await artist.DragAsync(from, from.By(16, 0));
        (await artist.Drawing.NextAsync<MoveNodes>()).Dx.ShouldBe(16);
        artist.Drawing.Commands.OfType<MoveNodes>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_move_snaps_back_and_says_why()
    {
        await using var artist = await Artist.ComeAsync(chromium, with: drawing => drawing.Refusal = "Ann is moving this step.");
        var (from, home) = (await artist.AtNode("tag"), await artist.PlaceAsync("tag"));
        await artist.DragAsync(from, from.By(-96, 32));
        await artist.Drawing.NextAsync<MoveNodes>();
        await artist.UntilAsync("document.querySelector('.fbc-hint').textContent === 'Ann is moving this step.'");
        (await artist.PlaceAsync("tag")).ShouldBe(home);
        (await artist.SpokenAsync()).ShouldBe("Ann is moving this step.");
    }

    [Fact]
    public async Task At_the_border_the_drawing_comes_along()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var (from, before) = (await artist.AtNode("tag"), await artist.ViewAsync());
        await artist.TakeAsync(from, new Spot(1275, from.Y));
        await artist.UntilAsync("x => new DOMMatrix(document.querySelector('.fbc-world').style.transform).e < x - 200", before.X);
        await artist.Mouse.UpAsync();
        var move = await artist.Drawing.NextAsync<MoveNodes>();
        move.Dx.ShouldBeGreaterThan(1275 - from.X + 180);
    }

    [Fact]
    public async Task By_finger()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        var from = await artist.AtNode("tag");
        await artist.SlideAsync(from, from.By(-96, 48));
        (await artist.Drawing.NextAsync<MoveNodes>()).ShouldSatisfyAllConditions(move => (move.Dx, move.Dy).ShouldBe((-96, 48)));
    }

    [Fact]
    public async Task A_second_finger_takes_the_move_back_and_pinches_instead()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        var (from, home, view) = (await artist.AtNode("tag"), await artist.PlaceAsync("tag"), await artist.ViewAsync());
        await artist.SlideAsync(from, from.By(-96, 48), lifts: false);
        await artist.FingersAsync("touchStart", from.By(-96, 48), from.By(104, 48));
        (await artist.PlaceAsync("tag")).ShouldBe(home);
        await artist.FingersAsync("touchMove", from.By(-96, 48), from.By(4, 48));
        await artist.FingersAsync("touchEnd");
        (await artist.ViewAsync()).K.ShouldBe(view.K / 2, 0.02);
        artist.Drawing.Commands.OfType<MoveNodes>().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_Alt_and_arrows_as_one_command_for_all_presses()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Node("tag").FocusAsync();
        await artist.Keyboard.DownAsync("Alt");
        for (var press = 0; press < 3; press++) await artist.Keyboard.PressAsync("ArrowLeft");
        await artist.Keyboard.PressAsync("Shift+ArrowDown");
        (await artist.PlaceAsync("tag")).ShouldBe((448, 720));
        await artist.Keyboard.UpAsync("Alt");
        (await artist.Drawing.NextAsync<MoveNodes>()).ShouldSatisfyAllConditions(move => (move.Dx, move.Dy).ShouldBe((-48, 64)));
        (await artist.FocusedAsync()).ShouldBe("tag");
        (await artist.SpokenAsync()).ShouldBe("Moved.");
        await artist.Keyboard.DownAsync("Alt");
        await artist.Keyboard.PressAsync("ArrowUp");
        await artist.Keyboard.PressAsync("Escape");
        await artist.Keyboard.UpAsync("Alt");
        await artist.UntilAsync("document.querySelector('[data-node-id=tag]').style.transform.includes('448px, 720px')");
        artist.Drawing.Commands.OfType<MoveNodes>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_only_read_pans_instead()
    {
        await using var artist = await Artist.ComeAsync(chromium, with: drawing => drawing.IsReadOnly = true);
        var (from, home, view) = (await artist.AtNode("tag"), await artist.PlaceAsync("tag"), await artist.ViewAsync());
        await artist.DragAsync(from, from.By(-96, 32));
        await artist.SettleAsync();
        (await artist.PlaceAsync("tag")).ShouldBe(home);
        (await artist.ViewAsync()).X.ShouldBe(view.X - 96, 1);
        await artist.Node("tag").FocusAsync();
        await artist.Keyboard.PressAsync("Alt+ArrowLeft");
        await artist.Keyboard.PressAsync("Delete");
        await artist.Node("tag").DblClickAsync();
        await artist.Drawing.NextAsync<OpenNode>();
        artist.Drawing.Commands.ShouldAllBe(command => !command.IsEdit);
    }

    [Fact]
    public async Task While_somebody_else_changes_the_drawing_the_hand_keeps_what_it_holds()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var from = await artist.AtNode("tag");
        await artist.TakeAsync(from, from.By(-96, 32));
        await artist.SettleAsync();
        var elsewhere = artist.Drawing.Nodes.Select(node => node with { X = node.X + 160, Label = node.Label + "!" }).ToArray();
        artist.Drawing.Draw(elsewhere, artist.Drawing.Edges);
        await artist.UntilAsync("document.querySelector('[data-node-id=ask]').dataset.x === '480'");
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
        (await artist.PlaceAsync("ask")).ShouldBe((480, 336));
        await artist.Mouse.UpAsync();
        (await artist.Drawing.NextAsync<MoveNodes>()).Dx.ShouldBe(-96);
        await artist.UntilAsync("document.querySelector('[data-node-id=tag]').style.transform.includes('560px, 688px')");
    }
}
