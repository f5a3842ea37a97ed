using System.Security;
using FlowBuilder.Canvas.Geometry;

namespace FlowBuilder.Canvas.Export;

/// <summary>
/// Draws a model as one SVG text that needs no style sheet, no font of ours and no browser: for downloads, emails and print. Titles and
/// sentences are drawn, templates are not.
/// </summary>
public static class CanvasSvg
{
    private const double Margin = 32;
    private const double Inset = 20;
    private const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, sans-serif";

    /// <param name="nodes">In the order in which they are painted.</param>
    /// <param name="edges">Those whose node is missing are left out.</param>
    /// <param name="title">Name of the picture, read by screen readers.</param>
    /// <param name="look">Colours; light ones when none are given.</param>
    public static string Draw(IReadOnlyList<CanvasNode> nodes, IReadOnlyList<CanvasEdge> edges, string title, CanvasLook? look = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        look ??= new CanvasLook();
        var (known, area) = (nodes.ToDictionary(node => node.Id), CanvasRect.Around(nodes).Grow(Margin));
        var svg = new List<string>();
        svg.Add(
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="{N(area.Width)}" height="{N(area.Height)}" viewBox="{N(area.X)} {N(area.Y)} {N(area.Width)} {N(area.Height)}" font-family="{Font}" role="img">""");
        svg.Add($"<title>{Text(title)}</title>");
        svg.Add($"""<rect x="{N(area.X)}" y="{N(area.Y)}" width="{N(area.Width)}" height="{N(area.Height)}" fill="{look.Ground}"/>""");
        svg.Add($"""<g fill="none" stroke="{look.Edge}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">""");
        var drawn = edges.Where(edge => known.ContainsKey(edge.From) && known.ContainsKey(edge.To))
            .Select(
                edge => (edge, Start: CanvasPorts.Output(known[edge.From], edge.Port), End: CanvasPorts.Input(known[edge.To]))).ToList();
        foreach (var (_, start, end) in drawn) svg.Add($"""<path d="{EdgePath.Draw(start, end)}"/>""");
        svg.Add("</g>");
        foreach (var node in nodes) Node(svg, node, look);
        foreach (var (edge, start, end) in drawn.Where(line => line.edge.Label is not null))
            Pill(svg, EdgePath.Middle(start, end), edge.Label!, look);
        svg.Add("</svg>");
        return string.Join('\n', svg);
    }

    private static void Node(List<string> svg, CanvasNode node, CanvasLook look)
    {
        svg.Add($"""<g transform="translate({N(node.X)} {N(node.Y)})">""");
        svg.Add($"""<rect width="{N(node.Width)}" height="{N(node.Height)}" rx="12" fill="{look.Card}" stroke="{look.Line}"/>""");
        svg.Add($"""<rect x="1" y="14" width="4" height="{N(node.Height - 28)}" rx="2" fill="{look.Accent(node)}"/>""");
        var lines = CanvasText.Wrap(node.Detail ?? "", (node.Width - (2 * Inset)) / 6.4, 2);
        var top = (node.Height - 18 - (lines.Count * 17)) / 2;
        svg.Add(
            $"""<text x="{N(Inset)}" y="{N(top + 14)}" font-size="14" font-weight="600" fill="{look.Ink}">{Text(string.Concat(CanvasText.Wrap(node.Label, (node.Width - (2 * Inset)) / 7.6, 1)))}</text>""");
        for (var line = 0; line < lines.Count; line++)
            svg.Add(
                $"""<text x="{N(Inset)}" y="{N(top + 32 + (line * 17))}" font-size="12.5" fill="{look.Quiet}">{Text(lines[line])}</text>""");
        svg.Add("</g>");
        foreach (var port in node.Outputs.Where(port => port.Label is not null))
            Pill(
                svg, CanvasPorts.Output(node, port.Name) is var at ? new(at.X + 14 + (port.Label!.Length * 3.2), at.Y + 15) : default,
                port.Label!, look);
    }

    private static void Pill(List<string> svg, CanvasPoint at, string words, CanvasLook look)
    {
        var width = (words.Length * 6.4) + 16;
        svg.Add(
            $"""<rect x="{N(at.X - (width / 2))}" y="{N(at.Y - 9)}" width="{N(width)}" height="18" rx="9" fill="{look.Card}" stroke="{look.Line}"/>""");
        svg.Add(
            $"""<text x="{N(at.X)}" y="{N(at.Y + 4)}" font-size="11" font-weight="600" text-anchor="middle" fill="{look.Quiet}">{Text(words)}</text>""");
    }

    private static string N(double value) => EdgePath.Number(value);

    private static string Text(string words) => SecurityElement.Escape(words);
}
