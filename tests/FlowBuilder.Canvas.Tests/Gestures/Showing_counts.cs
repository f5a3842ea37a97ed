using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

[Collection(typeof(InTheBrowser))]
public sealed class Showing_counts(Chromium chromium)
{
    [Fact]
    public async Task Only_in_view_and_the_others_when_they_come_into_view()
    {
        await using var artist = await Artist.ComeAsync(chromium, Drawings.Field(300, 10));
        await artist.Drawing.Canvas!.FocusNodeAsync("n0");
        await artist.Drawing.Canvas!.SetCountsAsync(artist.Drawing.Nodes.ToDictionary(node => node.Id, node => 7));
        await artist.UntilAsync("document.querySelector('[data-node-id=n0] [data-count]').textContent === '7'");
        (await Shown(artist)).ShouldBeInRange(4, 60);
        await artist.Drawing.Canvas!.FocusNodeAsync("n295");
        await artist.UntilAsync("document.querySelector('[data-node-id=n295] [data-count]').textContent === '7'");
    }

    [Fact]
    public async Task They_stay_when_the_node_is_drawn_anew_and_go_at_nought()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Drawing.Canvas!.SetCountsAsync(new Dictionary<string, int> { ["ask"] = 12345, ["tag"] = 3 });
        await artist.UntilAsync("document.querySelector('[data-node-id=ask] [data-count]').textContent === '12K'");
        artist.Drawing.Draw(artist.Drawing.Nodes.Select(node => node with { Label = node.Label + "!" }).ToArray(), artist.Drawing.Edges);
        await artist.UntilAsync("document.querySelector('[data-node-id=ask]').getAttribute('aria-label').startsWith('Answered?!')");
        (await Shown(artist)).ShouldBe(2);
        await artist.Drawing.Canvas!.SetCountsAsync(new Dictionary<string, int> { ["ask"] = 0 });
        await artist.UntilAsync("document.querySelector('[data-node-id=ask] [data-count]').textContent === ''");
        (await Shown(artist)).ShouldBe(1);
    }

    [Fact]
    public async Task What_goes_along_a_way_out_stands_beside_it_and_what_has_no_place_is_passed_over()
    {
        await using var artist = await Artist.ComeAsync(chromium);
        await artist.Drawing.Canvas!.SetCountsAsync(new Dictionary<string, int>
        {
            [CanvasCounts.Out("ask", "yes")] = 5, [CanvasCounts.Out("ask", "nowhere")] = 6, [CanvasCounts.Mark("tag", "nothing")] = 7,
            [CanvasCounts.Out("gone", "out")] = 8, ["tag"] = 9
        });
        await artist.UntilAsync(
            "document.querySelector('[data-node-id=ask] [data-port=yes] .fbc-flow').textContent === '5' && "
                + "document.querySelector('[data-node-id=tag] .fbc-badge').textContent === '9'");
        (await Shown(artist)).ShouldBe(2);
        await artist.Drawing.Canvas!.SetCountsAsync(new Dictionary<string, int> { [CanvasCounts.Out("ask", "yes")] = 0 });
        await artist.UntilAsync("document.querySelector('[data-node-id=ask] [data-port=yes] .fbc-flow').textContent === ''");
        artist.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_command_comes_through_in_parts()
    {
        var (nodes, edges) = Drawings.Field(1000, 40);
        await using var artist = await Artist.ComeAsync(
            chromium,
            (nodes.Select(node => node with { Id = $"{node.Id}-a-rather-long-name-of-a-node-as-a-guid-would-be" }).ToArray(), edges));
        await artist.Page.Locator(".fbc-pane").FocusAsync();
        await artist.Keyboard.PressAsync("Control+a");
        (await artist.Drawing.NextAsync<SelectParts>()).Nodes.Count.ShouldBe(1000);
        await artist.Keyboard.PressAsync("Alt+ArrowRight");
        (await artist.Drawing.NextAsync<MoveNodes>()).ShouldSatisfyAllConditions(
            move => move.Nodes.Count.ShouldBe(1000), move => move.Dx.ShouldBe(16));
        artist.Faults.ShouldBeEmpty();
    }

    private static Task<int> Shown(Artist artist) =>
        artist.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('[data-count]')].filter(el => el.textContent).length");
}
