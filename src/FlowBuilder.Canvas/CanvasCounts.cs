namespace FlowBuilder.Canvas;

/// <summary>What the numbers of <see cref="CanvasView{TNode}.SetCountsAsync"/> are called. A node's
/// own number goes by the node's id.</summary>
public static class CanvasCounts
{
    private const char Between = '/';

    /// <summary>The number in the element of a node's template that has this word as its
    /// <c>data-count</c>, such as <c>failed</c>.</summary>
    public static string Mark(string node, string mark) => $"{node}{Between}{mark}";

    /// <summary>The number beside a way out: how much goes along the edges that leave there.</summary>
    public static string Out(string node, string port) => Mark(node, OutMark(port));

    internal static string OutMark(string port) => $"out:{port}";
}
