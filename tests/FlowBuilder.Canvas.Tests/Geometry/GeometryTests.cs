using System.Text;
using FlowBuilder.Canvas.Geometry;
using FlowBuilder.Testing.Approvals;

namespace FlowBuilder.Canvas.Tests.Geometry;

public sealed class GeometryTests
{
    /// <summary>Ends of edges of every kind: straight, short, to either side, level, back up near and far, with fractions.</summary>
    private static readonly (CanvasPoint From, CanvasPoint To)[] Cases =
    [
        (new(0, 0), new(0, 64)), (new(0, 0), new(0.4, 200)), (new(0, 0), new(0, 24)), (new(10, 10), new(200, 400)),
        (new(200, 10), new(10, 74)), (new(0, 0), new(7, 40)), (new(0, 0), new(-3, 90)),
        (new(0, 0), new(0, 23)), (new(0, 0), new(0, -200)), (new(100, 300), new(120, 100)), (new(100, 300), new(500, 100)),
        (new(500, 300), new(100, 280)), (new(0.25, 0.35), new(99.95, 77.77)), (new(-80.5, -20), new(-300.5, 140)),
    ];

    /// <summary>The script's tests read the same table: what it draws while dragging is what the server draws afterwards.</summary>
    [Fact]
    public void Lines_are_as_approved_for_both_sides()
    {
        var table = new StringBuilder();
        foreach (var (from, to) in Cases)
        {
            var middle = EdgePath.Middle(from, to);
            table.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{from.X} {from.Y} | {to.X} {to.Y} | {EdgePath.Draw(from, to)} | {EdgePath.Number(middle.X)} {EdgePath.Number(middle.Y)}");
        }

        table.ToString().ShouldBeApproved("lines");
    }

    [Fact]
    public void Ways_out_are_spread_along_the_bottom_and_the_way_in_is_at_the_top()
    {
        var node = new CanvasNode { Id = "a", X = 100, Y = 50, Label = "A", Outputs = [new("yes"), new("no")] };
        CanvasPorts.Output(node, "yes").ShouldBe(new CanvasPoint(160, 130));
        CanvasPorts.Output(node, "no").ShouldBe(new CanvasPoint(280, 130));
        CanvasPorts.Output(node, "gone").ShouldBe(new CanvasPoint(220, 130));
        CanvasPorts.Input(node).ShouldBe(new CanvasPoint(220, 50));
    }

    [Fact]
    public void Bounds_go_around_everything()
    {
        CanvasRect.Around([]).ShouldBe(default);
        CanvasRect.Around([
            new() { Id = "a", X = -10, Y = 5, Label = "" }, new() { Id = "b", X = 300, Y = 200, Label = "", Width = 100, Height = 40 }
        ])
            .Grow(10)
            .ShouldBe(new CanvasRect(-20, -5, 430, 255));
    }

    [Theory]
    [InlineData(1.25, "1.3")]
    [InlineData(-1.25, "-1.2")]
    [InlineData(-0.04, "0")]
    [InlineData(1234567.8, "1234567.8")]
    public void Numbers_are_written_alike_in_every_country(double value, string text) => EdgePath.Number(value).ShouldBe(text);
}
