using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.E2E.Rig;
using Shouldly;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Moving_nodes(Chromium chromium)
{
    [Fact]
    public async Task With_the_mouse_one_command_goes_out_when_it_is_let_go()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.PictureAsync("reminder");
        var (x, y) = await Artist.MiddleAsync(artist.Node("tag"));
        await artist.Page.Mouse.MoveAsync(x, y);
        await artist.Page.Mouse.DownAsync();
        await artist.Page.Mouse.MoveAsync(x - 100, y + 37, new() { Steps = 12 });
        artist.Drawing.Commands.OfType<MoveNodes>().ShouldBeEmpty();
        await artist.PictureAsync("dragging");
        await artist.Page.Mouse.UpAsync();
        var move = await artist.Drawing.NextAsync<MoveNodes>();
        move.Nodes.ShouldBe(["tag"]);
        (move.Dx % 16, move.Dy % 16).ShouldBe((0, 0));
        artist.Faults.ShouldBeEmpty();
    }
}
