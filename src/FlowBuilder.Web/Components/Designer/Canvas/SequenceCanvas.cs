using System.Collections.Immutable;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Components.Designer.Canvas;

/// <summary>Between a sequence document and what the canvas draws. The canvas knows no sequences;
/// this is where it learns how one looks.</summary>
internal static class SequenceCanvas
{
    private const char Between = '>';
    private const int LongestDetail = 90;

    /// <summary>Connections that are never made, by kind, with the reason; the browser judges them without asking.</summary>
    public static IReadOnlyList<CanvasRefusal> Refusals { get; } =
    [
        .. from one in Enum.GetValues<NodeKind>() from other in Enum.GetValues<NodeKind>()
           let because = ConnectRules.Refusal(new Node { Id = "a", Kind = one }, new Node { Id = "b", Kind = other })
           where because is not null
           select new CanvasRefusal(NodeKinds.Of(one).Name, NodeKinds.Of(other).Name, because),
    ];

    /// <summary>The document's nodes as cards.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="steps">Titles and icons.</param>
    /// <param name="names">What the company calls things.</param>
    /// <param name="findings">What the compiler says.</param>
    /// <param name="tones">Nodes that stand out, such as those a test run went through.</param>
    public static IReadOnlyList<StepCard> Nodes(
        SequenceDocument document, StepCatalog steps, Names names, IReadOnlyList<Diagnostic> findings,
        IReadOnlyDictionary<string, string>? tones = null)
    {
        var worst = findings.Where(finding => finding.Node is not null)
            .GroupBy(finding => finding.Node!)
            .ToDictionary(group => group.Key, group => group.MaxBy(finding => finding.Severity)!);
        return [.. InReadingOrder(
            document).Select(node => Card(node, steps, names, worst.GetValueOrDefault(node.Id), tones?.GetValueOrDefault(node.Id)))];
    }

    public static IReadOnlyList<CanvasEdge> Edges(SequenceDocument document, IReadOnlySet<Edge>? lit = null) =>
        [.. document.Edges.Select(
            edge => new CanvasEdge(IdOf(edge), edge.From, Ports.Of(edge), edge.To)
            {
                Tone = lit is null ? null : lit.Contains(edge) ? "lit" : "dim"
            })];

    /// <summary>The edge behind an id of the canvas; null when it is gone.</summary>
    public static Edge? Find(SequenceDocument document, string id) => document.Edges.FirstOrDefault(edge => IdOf(edge) == id);

    /// <summary>What a node is called: its step's title, or its kind.</summary>
    public static string TitleOf(Node node, StepCatalog steps) =>
        node.Step is { } step && steps.Knows(step) ? steps.Of(step).Title : NodeKinds.Of(node.Kind).Title;

    private static StepCard Card(Node node, StepCatalog steps, Names names, Diagnostic? finding, string? tone)
    {
        var ports = Ports.Of(node);
        return new StepCard
        {
            Id = node.Id, X = node.At.X, Y = node.At.Y, Kind = NodeKinds.Of(node.Kind).Name, KindWord = NodeKinds.Of(node.Kind).Title,
            Label = TitleOf(node, steps), Detail = Detail(node, names), Icon = StepIcons.Of(IconOf(node, steps)),
            HasInput = NodeKinds.Of(node.Kind).TakesEdges,
            Outputs = [.. ports.Select(port => new CanvasPort(port, ports.Length > 1 ? Ports.WordOf(port) : null))],
            Problem = finding?.Message, Mark = finding?.Severity == Severity.Error ? CanvasMark.Error : CanvasMark.Warning, Tone = tone,
        };
    }

    private static string? Detail(Node node, Names names)
    {
        var words = node switch
        {
            { Text: { } text } => text,
            { Step: { } step } => step.Sentence(names),
            { When: { Members.IsDefaultOrEmpty: false } when } => when.Sentence(names),
            _ when NodeKinds.Of(node.Kind).HasConditions => "no conditions yet",
            _ => "not chosen yet",
        };
        if (words.Length == 0) return null;
        words = char.ToUpperInvariant(words[0]) + words[1..];
        return words.Length <= LongestDetail
            ? words
            : words[..(char.IsHighSurrogate(words[LongestDetail - 1]) ? LongestDetail - 1 : LongestDetail)] + "…";
    }

    private static string IconOf(Node node, StepCatalog steps) =>
        node.Step is { } step && steps.Knows(step) ? steps.Of(step).Icon : NodeKinds.Of(node.Kind).Icon;

    /// <summary>Top to bottom, left to right: the order in which a screen reader goes through them.</summary>
    private static IEnumerable<Node> InReadingOrder(SequenceDocument document) =>
        document.Nodes.OrderBy(node => node.At.Y).ThenBy(node => node.At.X).ThenBy(node => node.Id, StringComparer.Ordinal);

    private static string IdOf(Edge edge) => string.Join(Between, edge.From, Ports.Of(edge), edge.To);
}
