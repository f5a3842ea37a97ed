namespace FlowBuilder.Canvas.Tests.Sample;

/// <summary>Drawings that tests begin with.</summary>
public static class Drawings
{
    /// <summary>A trigger, a wait, a question with two answers, and what follows each; positions on the grid.</summary>
    public static (CanvasNode[] Nodes, CanvasEdge[] Edges) Reminder() =>
    (
        [
            Node("start", 320, 48, "trigger", "Estimate sent", "When an estimate is sent to a customer") with { HasInput = false },
            Node("wait", 320, 192, "wait", "Wait 2 days", "Until 9:00 on a weekday"),
            Node("ask", 320, 336, "if", "Answered?", "Accepted or declined") with { Outputs = [new("yes", "Yes"), new("no", "No")] },
            Node("thank", 144, 512, "action", "Thank you", "Email “Thank you for your answer”"),
            Node("remind", 496, 512, "action", "Reminder", "Email “Estimate reminder”") with { Problem = "No template is chosen.", Mark = CanvasMark.Warning },
            Node("tag", 496, 656, "action", "Add tag", "nudged"),
        ],
        [
            new("a", "start", "out", "wait"), new("b", "wait", "out", "ask"), new("c", "ask", "yes", "thank") { Label = "thanked" }, new("d", "ask", "no", "remind"), new("e", "remind", "out", "tag"),
        ]);

    /// <summary>So many nodes in columns, each column a chain.</summary>
    public static (CanvasNode[] Nodes, CanvasEdge[] Edges) Field(int count, int columns)
    {
        string[] kinds = ["trigger", "wait", "action", "if", "action"];
        var nodes = Enumerable.Range(0, count).Select(index => Node($"n{index}", 48 + (index % columns * 304), 48 + (index / columns * 144), kinds[index / columns % kinds.Length], $"Step {index + 1}", "Email “Estimate reminder” to the customer")).ToArray();
        return (nodes, [.. Enumerable.Range(columns, Math.Max(0, count - columns)).Select(index => new CanvasEdge($"e{index}", $"n{index - columns}", "out", $"n{index}"))]);
    }

    private static CanvasNode Node(string id, double x, double y, string kind, string label, string detail) => new() { Id = id, X = x, Y = y, Kind = kind, Label = label, Detail = detail };
}
