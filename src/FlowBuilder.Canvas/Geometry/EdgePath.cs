using System.Globalization;
using System.Text;

namespace FlowBuilder.Canvas.Geometry;

/// <summary>
/// The line of an edge: down, across just above its target, down; around the side when the target is higher up. The script of the canvas
/// draws the same lines while a node is dragged (<c>core/geometry.ts</c>), and one table of cases holds both to it.
/// </summary>
public static class EdgePath
{
    private const double Stub = 24;
    private const double Turn = 32;
    private const double Radius = 12;
    private const double Tip = 8;
    private const double Aside = 160;
    private const double Apart = 280;

    /// <summary>The corners of the line, ends included. It ends a little above the target, where the arrow's tip is.</summary>
    public static IReadOnlyList<CanvasPoint> Corners(CanvasPoint from, CanvasPoint to)
    {
        var end = new CanvasPoint(to.X, to.Y - Tip);
        var drop = end.Y - from.Y;
        if (drop >= Stub - Tip)
        {
            if (Math.Abs(to.X - from.X) < 1) return [from, end];
            var turn = end.Y - Math.Min(Turn - Tip, drop / 2);
            return [from, new(from.X, turn), new(to.X, turn), end];
        }

        var side = Math.Abs(to.X - from.X) >= Apart ? (from.X + to.X) / 2 : Math.Max(from.X, to.X) + Aside;
        var (below, above) = (from.Y + Stub, end.Y - Stub);
        return [from, new(from.X, below), new(side, below), new(side, above), new(to.X, above), end];
    }

    /// <summary>The line as SVG path data, with rounded corners and an arrow's head.</summary>
    public static string Draw(CanvasPoint from, CanvasPoint to)
    {
        var corners = Corners(from, to);
        var path = new StringBuilder("M").Append(At(corners[0]));
        for (var index = 1; index < corners.Count - 1; index++)
        {
            var (before, corner, after) = (corners[index - 1], corners[index], corners[index + 1]);
            var radius = Math.Min(Radius, Math.Min(Length(before, corner), Length(corner, after)) / 2);
            path.Append('L')
                .Append(At(Toward(corner, before, radius)))
                .Append('Q')
                .Append(At(corner))
                .Append(' ')
                .Append(At(Toward(corner, after, radius)));
        }

        var end = corners[^1];
        return path.Append('L').Append(At(end))
            .Append('M').Append(At(new(end.X - 5, end.Y - 6))).Append('L').Append(At(end)).Append('L').Append(At(new(end.X + 5, end.Y - 6)))
            .ToString();
    }

    /// <summary>Where its plus button sits, and its label beside it: in the middle of the stretch that only this edge has.</summary>
    public static CanvasPoint Middle(CanvasPoint from, CanvasPoint to)
    {
        var corners = Corners(from, to);
        var (first, second) = (corners[(corners.Count / 2) - 1], corners[corners.Count / 2]);
        return new((first.X + second.X) / 2, (first.Y + second.Y) / 2);
    }

    /// <summary>A number as both sides write it: one decimal at most.</summary>
    public static string Number(double value) =>
        (Math.Floor((value * 10) + 0.5) / 10).ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    private static string At(CanvasPoint point) => $"{Number(point.X)} {Number(point.Y)}";

    private static double Length(CanvasPoint from, CanvasPoint to) => Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);

    private static CanvasPoint Toward(CanvasPoint from, CanvasPoint to, double by)
    {
        var length = Length(from, to);
        return length == 0 ? from : new(from.X + ((to.X - from.X) / length * by), from.Y + ((to.Y - from.Y) / length * by));
    }
}
