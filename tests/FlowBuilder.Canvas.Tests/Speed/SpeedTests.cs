using System.Globalization;
using FlowBuilder.E2E.Rig;

namespace FlowBuilder.Canvas.Tests.Speed;

/// <summary>Time is never judged here: the benchmark command asks for all cases by <c>CANVAS_SPEED</c>, or for a small
/// share of them by <c>SPEED_SHARE</c> beside it, and prints them. That nothing is sent while dragging is.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class SpeedTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_goes_over_the_circuit_while_dragging()
    {
        var file = Environment.GetEnvironmentVariable("CANVAS_SPEED");
        await using var output = file is { Length: > 0 } ? File.CreateText(file) : TextWriter.Null;
        var figures = file is { Length: > 0 }
            ? await CanvasSpeed.AllAsync(
                chromium, output, double.Parse(Environment.GetEnvironmentVariable("SPEED_SHARE") ?? "1", CultureInfo.InvariantCulture))
            : [await CanvasSpeed.DragAsync(chromium, 500, 1)];
        figures.ShouldAllBe(one => one.Messages == 0 && one.InView > 5);
    }
}
