using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class When_the_connection_breaks(Chromium chromium)
{
    private const string IsOffline = "document.querySelector('.fbc').hasAttribute('data-offline')";

    [Fact]
    public async Task In_the_middle_of_a_drag_the_move_is_kept_and_done_when_it_is_back()
    {
        await using var artist =
            await Artist.ComeAsync(chromium, with: drawing => drawing.Options = drawing.Options with { StorageKey = "draft-2" });
        var from = await artist.AtNode("tag");
        await artist.TakeAsync(from, from.By(-60, 10));
        artist.Wire.Cut();
        await artist.UntilAsync(IsOffline);
        await artist.CarryAsync(from.By(-60, 10), from.By(-96, 32));
        await artist.Mouse.UpAsync();
        await artist.SettleAsync();
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
        (await artist.Page.Locator(".fbc-offline").IsVisibleAsync()).ShouldBeTrue();
        await artist.PictureAsync("offline");

        // Editing is locked, looking around is not.
        var (thank, view) = (await artist.AtNode("thank"), await artist.ViewAsync());
        await Under(artist, "thank");
        await artist.DragAsync(thank, thank.By(64, 0));
        await artist.SettleAsync();
        (await artist.PlaceAsync("thank")).ShouldBe((144, 512));
        (await artist.ViewAsync()).X.ShouldBe(view.X + 64, 1);

        artist.Wire.Mend();
        var move = await artist.Drawing.NextAsync<MoveNodes>();
        (move.Dx, move.Dy, move.BaseRevision, move.IsReplay).ShouldBe((-96, 32, 1, false));
        await artist.UntilAsync($"!{IsOffline} && document.querySelector('[data-node-id=tag]').dataset.x === '400'");
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
        (await artist.Page.EvaluateAsync<string?>("() => sessionStorage.getItem('fbc-edits:draft-2')")).ShouldBeNull();
        artist.Drawing.Commands.OfType<MoveNodes>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task After_the_command_arrived_and_before_the_answer_it_is_done_once()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var from = await artist.AtNode("tag");
        artist.Wire.Mute();
        await artist.DragAsync(from, from.By(-96, 32));
        await artist.Drawing.NextAsync<MoveNodes>();
        artist.Wire.Cut();
        await artist.UntilAsync(IsOffline);
        artist.Wire.Mend();
        await artist.UntilAsync($"!{IsOffline} && document.querySelector('[data-node-id=tag]').dataset.x === '400'");
        artist.Drawing["tag"].X.ShouldBe(400);
        (await artist.PlaceAsync("tag")).ShouldBe((400, 688));
    }

    [Fact]
    public async Task The_page_loaded_anew_sends_what_was_kept_with_the_revision_it_was_made_on()
    {
        await using var artist =
            await Artist.ComeAsync(chromium, with: drawing => drawing.Options = drawing.Options with { StorageKey = "draft-3" });
        var from = await artist.AtNode("tag");
        await artist.TakeAsync(from, from.By(-40, 10));
        artist.Wire.Cut();
        await artist.UntilAsync(IsOffline);
        await artist.CarryAsync(from, from.By(-96, 32));
        await artist.Mouse.UpAsync();
        await artist.UntilAsync("sessionStorage.getItem('fbc-edits:draft-3')");
        artist.Drawing.Touch();
        artist.Wire.Mend();
        await artist.OpenAsync();
        var move = await artist.Drawing.NextAsync<MoveNodes>();
        (move.Dx, move.Dy, move.BaseRevision, move.IsReplay).ShouldBe((-96, 32, 1, true));
        await artist.UntilAsync("document.querySelector('[data-node-id=tag]').style.transform.includes('400px, 688px')");
    }

    [Fact]
    public async Task A_move_refused_afterwards_snaps_back()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        var (from, home) = (await artist.AtNode("tag"), await artist.PlaceAsync("tag"));
        await artist.TakeAsync(from, from.By(-60, 10));
        artist.Wire.Cut();
        await artist.UntilAsync(IsOffline);
        await artist.Mouse.UpAsync();
        artist.Drawing.Refusal = "Ann deleted this step.";
        artist.Wire.Mend();
        await artist.UntilAsync("document.querySelector('.fbc-hint').textContent === 'Ann deleted this step.'");
        (await artist.PlaceAsync("tag")).ShouldBe(home);
    }

    /// <summary>The page's own notice would lie over the canvas; a program's may be smaller, as ours is.</summary>
    private static Task Under(Artist artist, string node) =>
        artist.Page.EvaluateAsync(
            "node => { document.getElementById('components-reconnect-modal')?.style.setProperty('display', 'none', 'important'); return "
                + "node; }",
            node);
}
