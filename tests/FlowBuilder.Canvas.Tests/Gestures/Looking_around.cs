using FlowBuilder.Canvas.Export;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Looking_around(Chromium chromium)
{
    [Theory]
    [InlineData("ground")]
    [InlineData("space")]
    [InlineData("middle")]
    public async Task The_drawing_is_dragged(string how)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var before = await artist.ViewAsync();
        var from = how == "ground" ? await artist.At(artist.Canvas, -400, 100) : await artist.AtNode("ask");
        if (how == "space")
        {
            await artist.Page.Locator(".fbc-pane").FocusAsync();
            await artist.Keyboard.DownAsync(" ");
        }

        await artist.Mouse.MoveAsync((float)from.X, (float)from.Y);
        await artist.Mouse.DownAsync(new() { Button = how == "middle" ? MouseButton.Middle : MouseButton.Left });
        await artist.CarryAsync(from, from.By(70, -40));
        await artist.Mouse.UpAsync(new() { Button = how == "middle" ? MouseButton.Middle : MouseButton.Left });
        var after = await artist.ViewAsync();
        (after.X - before.X, after.Y - before.Y, after.K).ShouldBe((70, -40, before.K));
        artist.Drawing.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_puts_the_drawing_back()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var (before, from) = (await artist.ViewAsync(), await artist.At(artist.Canvas, -400, 100));
        await artist.TakeAsync(from, from.By(70, 0));
        await artist.Keyboard.PressAsync("Escape");
        await artist.Mouse.UpAsync();
        (await artist.ViewAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_wheel_zooms_around_the_pointer_and_two_fingers_on_a_trackpad_pan()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var (before, spot) = (await artist.ViewAsync(), await artist.AtNode("tag"));
        await artist.Mouse.MoveAsync((float)spot.X, (float)spot.Y);
        await artist.Mouse.WheelAsync(0, -120);
        await artist.UntilAsync("k => new DOMMatrix(document.querySelector('.fbc-world').style.transform).a > k", before.K);
        var now = await artist.AtNode("tag");
        (now.X, now.Y).ShouldSatisfyAllConditions(at => at.X.ShouldBe(spot.X, 1), at => at.Y.ShouldBe(spot.Y, 1));
        var zoomed = await artist.ViewAsync();
        await artist.Mouse.WheelAsync(13, 7);
        await artist.UntilAsync("x => new DOMMatrix(document.querySelector('.fbc-world').style.transform).e !== x", zoomed.X);
        var panned = await artist.ViewAsync();
        (panned.X
            - zoomed.X, panned.Y
                - zoomed.Y).ShouldSatisfyAllConditions(by => by.Item1.ShouldBe(-13, 0.01), by => by.Item2.ShouldBe(-7, 0.01));
        await artist.Keyboard.DownAsync("Control");
        await artist.Mouse.WheelAsync(0, 12);
        await artist.Keyboard.UpAsync("Control");
        await artist.UntilAsync("k => new DOMMatrix(document.querySelector('.fbc-world').style.transform).a < k", panned.K);
    }

    [Fact]
    public async Task Two_fingers_pinch_and_the_one_that_stays_pans_on()
    {
        await using var artist = await Artist.ComeAsync(chromium, touch: true);
        var (before, left) = (await artist.ViewAsync(), await artist.At(artist.Canvas, -420, 100));
        await artist.FingersAsync("touchStart", left);
        await artist.FingersAsync("touchStart", left, left.By(100, 0));
        for (var wide = 110; wide <= 150; wide += 10) await artist.FingersAsync("touchMove", left, left.By(wide, 0));
        await artist.SettleAsync();
        var pinched = await artist.ViewAsync();
        pinched.K.ShouldBe(before.K * 1.5, 0.02);
        await artist.FingerAsync("touchEnd", 0, left);
        await artist.FingerAsync("touchMove", 1, left.By(180, 0));
        await artist.FingerAsync("touchMove", 1, left.By(200, 0));
        await artist.FingerAsync("touchEnd", 1, left.By(200, 0));
        await artist.SettleAsync();
        (await artist.ViewAsync()).ShouldSatisfyAllConditions(
            view => view.K.ShouldBe(pinched.K), view => view.X.ShouldBe(pinched.X + 50, 1));
    }

    [Fact]
    public async Task Buttons_and_keys_zoom_and_show_everything()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var whole = await artist.ViewAsync();
        await artist.Page.Locator("[data-do=in]").ClickAsync();
        (await artist.ViewAsync()).K.ShouldBe(whole.K * 1.25, 0.001);
        await artist.UntilAsync("document.querySelector('.fbc-zoom').textContent === '125%'");
        await artist.Page.Locator("[data-do=out]").ClickAsync();
        await artist.Page.Locator("[data-do=out]").ClickAsync();
        (await artist.ViewAsync()).K.ShouldBe(whole.K * 0.8, 0.001);
        await artist.Page.Locator("[data-do=fit]").ClickAsync();
        (await artist.ViewAsync()).ShouldBe(whole);
        await artist.Node("ask").FocusAsync();
        await artist.Keyboard.PressAsync("-");
        (await artist.ViewAsync()).K.ShouldBeLessThan(whole.K);
        await artist.Keyboard.PressAsync("f");
        (await artist.ViewAsync()).ShouldBe(whole);
        artist.Drawing.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_minimap_leads_anywhere()
    {
        await using var artist = await Artist.ComeAsync(chromium, Drawings.Field(60, 6));
        await artist.Page.Locator("[data-do=in]").ClickAsync();
        await artist.Page.Locator("[data-do=in]").ClickAsync();
        var map = await artist.At(artist.Page.Locator(".fbc-minimap"));
        await artist.UntilAsync(
            "[...document.querySelector('.fbc-minimap').getContext('2d').getImageData(0, 0, 200, 140).data].some(Boolean)");
        var before = await artist.ViewAsync();
        await artist.DragAsync(map, map.By(0, 30));
        (await artist.ViewAsync()).ShouldSatisfyAllConditions(
            view => view.Y.ShouldBeLessThan(before.Y - 50), view => view.K.ShouldBe(before.K));
    }

    [Fact]
    public async Task Where_one_looked_is_kept_when_the_page_is_loaded_anew()
    {
        await using var artist =
            await Artist.ComeAsync(chromium, with: drawing => drawing.Options = drawing.Options with { StorageKey = "draft-1" });
        await artist.DragAsync(await artist.At(artist.Canvas, -400, 100), await artist.At(artist.Canvas, -330, 60));
        await artist.SettleAsync();
        var before = await artist.ViewAsync();
        await artist.OpenAsync();
        (await artist.ViewAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task From_afar_what_cannot_be_read_is_not_drawn_and_out_of_view_nothing_is()
    {
        await using var artist = await Artist.ComeAsync(chromium, Drawings.Field(600, 20));
        (await artist.ViewAsync()).ShouldSatisfyAllConditions(
            view => view.K.ShouldBe(0.6, 0.001), view => view.Y.ShouldBe(48 - (48 * 0.6), 0.1));
        await artist.Drawing.Canvas!.FitAsync();
        await artist.UntilAsync("document.querySelector('.fbc').dataset.lod === 'map'");
        await artist.PictureAsync("600-far");
        (await artist.Page.Locator(".fbc-grid").IsVisibleAsync()).ShouldBeFalse();
        (await artist.Page.Locator(".fbc-plus").First.IsVisibleAsync()).ShouldBeFalse();
        await artist.Drawing.Canvas!.FocusNodeAsync("n5");
        (await artist.ViewAsync()).K.ShouldBe(1);
        await artist.UntilAsync("document.querySelectorAll('[data-edge-id][data-out]').length > 400");
        (await artist.Page.Locator("[data-edge-id=e25]").GetAttributeAsync("data-out")).ShouldBeNull();
        await artist.PictureAsync("600-near");
    }

    [Theory]
    [InlineData("reminder.svg", "<svg")]
    [InlineData("reminder.png", "PNG")]
    public async Task A_picture_is_saved(string name, string begins)
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var svg = CanvasSvg.Draw(artist.Drawing.Nodes, artist.Drawing.Edges, "Estimate reminder");
        var download = await artist.Page.RunAndWaitForDownloadAsync(() => artist.Drawing.Canvas!.SavePictureAsync(name, svg));
        download.SuggestedFilename.ShouldBe(name);
        var file = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        System.Text.Encoding.Latin1.GetString(file, 0, 8).ShouldContain(begins);
        if (name.EndsWith(".png", StringComparison.Ordinal)) file.Length.ShouldBeGreaterThan(20_000);
        if (Environment.GetEnvironmentVariable("E2E_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file, TestContext.Current.CancellationToken);
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Full_screen_and_back()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Page.Locator("[data-do=full]").ClickAsync();
        await artist.UntilAsync("document.fullscreenElement?.matches('.fbc')");
        await artist.Page.Locator("[data-do=full]").ClickAsync();
        await artist.UntilAsync("!document.fullscreenElement");
    }
}
