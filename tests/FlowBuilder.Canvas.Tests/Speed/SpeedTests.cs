using FlowBuilder.E2E.Rig;
using Shouldly;

namespace FlowBuilder.Canvas.Tests.Speed;

/// <summary>Time is never judged here (the benchmark command prints it); that nothing is sent while dragging is.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class SpeedTests(Chromium chromium)
{
    [Fact]
    public async Task Nothing_goes_over_the_circuit_while_dragging_in_a_drawing_of_500()
    {
        var figures = await CanvasSpeed.DragAsync(chromium, 500, 1);
        TestContext.Current.SendDiagnosticMessage($"{figures}");
        figures.Messages.ShouldBe(0);
        figures.InView.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Every_case_of_the_goals_when_they_are_asked_for()
    {
        if (Environment.GetEnvironmentVariable("CANVAS_SPEED") is not { Length: > 0 } file) return;
        await using var output = File.CreateText(file);
        output.AutoFlush = true;
        await CanvasSpeed.RunAsync(output);
    }
}
