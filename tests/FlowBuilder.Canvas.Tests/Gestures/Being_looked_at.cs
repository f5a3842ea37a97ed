using FlowBuilder.Canvas.Tests.Rig;
using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Gestures;

/// <summary>Pictures for people, in the folder that <c>E2E_PICTURES</c> names; what a machine can check is checked on the way.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class Being_looked_at(Chromium chromium)
{
    [Theory]
    [InlineData("light", 1280, false)]
    [InlineData("dark", 1280, true)]
    [InlineData("phone", 390, false)]
    public async Task Twenty_steps_are_readable_from_the_beginning_and_all_in_view_when_asked_for(string name, int width, bool dark)
    {
        await using var artist = await Artist.ComeAsync(chromium, Drawings.Sequence(), dark: dark, width: width);
        await artist.Drawing.Canvas!.SetCountsAsync(new Dictionary<string, int> { ["n1"] = 128, ["n2"] = 31, ["n7"] = 1204 });
        await artist.UntilAsync("document.querySelector('[data-node-id=n1] [data-count]').textContent === '128'");
        await artist.PictureAsync($"20-{name}");
        (await artist.ViewAsync()).K.ShouldBe(0.6, 0.001);
        await artist.Drawing.Canvas!.FitAsync();
        await artist.SettleAsync();
        await artist.PictureAsync($"20-{name}-all");
        var pane = (await artist.Canvas.BoundingBoxAsync())!;
        foreach (var node in artist.Drawing.Nodes)
        {
            var box = (await artist.Node(node.Id).BoundingBoxAsync())!;
            box.X.ShouldBeGreaterThanOrEqualTo(pane.X, node.Id);
            (box.Y + box.Height).ShouldBeLessThanOrEqualTo(pane.Y + pane.Height, node.Id);
        }

        (await artist.Page.Locator(".fbc-minimap").IsVisibleAsync()).ShouldBe(width > 600);
        artist.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_path_is_lit_and_the_rest_is_dim(bool dark)
    {
        var (nodes, edges) = Drawings.Reminder();
        string[] path = ["start", "wait", "ask", "remind"];
        await using var artist = await Artist.ComeAsync(chromium, (
            [.. nodes.Select(node => node with { Tone = path.Contains(node.Id) ? "lit" : "dim" })],
            [.. edges.Select(edge => edge with { Tone = path.Contains(edge.From) && path.Contains(edge.To) ? "lit" : "dim" })]),
            dark: dark);
        await artist.PictureAsync(dark ? "path-dark" : "path-light");
        (await artist.Page.EvaluateAsync<double>(
            "() => +getComputedStyle(document.querySelector('[data-node-id=thank]')).opacity")).ShouldBeLessThan(1);
    }
}
