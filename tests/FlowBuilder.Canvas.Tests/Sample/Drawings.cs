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
            Node("remind", 496, 512, "action", "Reminder", "Email “Estimate reminder”") with
            {
                Problem = "No template is chosen.", Mark = CanvasMark.Warning
            },
            Node("tag", 496, 656, "action", "Add tag", "nudged"),
        ],
        [
            new("a", "start", "out", "wait"), new("b", "wait", "out", "ask"), new("c", "ask", "yes", "thank") { Label = "thanked" },
            new("d", "ask", "no", "remind"), new("e", "remind", "out", "tag"),
        ]);

    /// <summary>A sequence of twenty steps as a marketer would draw it: two ways in, questions, waits, and a stop at the side.</summary>
    public static (CanvasNode[] Nodes, CanvasEdge[] Edges) Sequence()
    {
        CanvasPort[] answers = [new("yes", "Yes"), new("no", "No")];
        CanvasNode[] nodes =
        [
            Node("n1", 320, 0, "trigger", "Estimate sent", "When an estimate is sent") with { HasInput = false },
            Node("n2", 640, 0, "trigger", "Tag added", "When “hot lead” is added") with { HasInput = false },
            Node("n3", 480, 144, "if", "Either happens", "OR"), Node("n4", 480, 288, "wait", "Wait 2 days", "Until 9:00 on a weekday"),
            Node("n5", 480, 432, "if", "Answered?", "The estimate was accepted or declined") with { Outputs = answers },
            Node("n6", 160, 592, "action", "Thank you", "Email “Thank you for your answer”"),
            Node("n7", 800, 592, "action", "Reminder", "Email “Estimate reminder”"),
            Node("n8", 160, 736, "action", "Add tag", "answered"), Node("n9", 800, 736, "wait", "Wait 3 days", "At most until Friday"),
            Node("n10", 800, 880, "if", "Opened?", "The reminder was opened") with { Outputs = answers },
            Node("n11", 640, 1040, "action", "Call them", "To-do for the owner") with
            {
                Problem = "No one is chosen.", Mark = CanvasMark.Error
            },
            Node("n12", 960, 1040, "action", "Second reminder", "Text “Still interested?”"),
            Node("n13", 640, 1184, "wait", "Wait 1 day", "In business hours"),
            Node("n14", 960, 1184, "wait", "Wait 5 days", "Until 9:00 on a weekday"),
            Node("n15", 800, 1328, "action", "Add tag", "nudged") with
            {
                Problem = "“nudged” is never removed.", Mark = CanvasMark.Warning
            },
            Node("n16", 800, 1472, "action", "Tell the team", "Email to the manager"),
            Node("n17", 1280, 0, "stop", "Stop when", "The estimate is accepted or declined") with { HasInput = false },
            Node("n18", 1280, 144, "action", "Remove tag", "nudging"),
            Node("n19", 1280, 288, "action", "Add note", "Stopped by an answer"),
            Node("n20", 1280, 432, "action", "Tell the owner", "Email “They answered”"),
        ];
        (string From, string Port, string To)[] lines =
        [
            ("n1", "out", "n3"), ("n2", "out", "n3"), ("n3", "out", "n4"), ("n4", "out", "n5"), ("n5", "yes", "n6"), ("n5", "no", "n7"),
            ("n6", "out", "n8"), ("n7", "out", "n9"), ("n9", "out", "n10"),
            ("n10", "yes", "n11"), ("n10", "no", "n12"), ("n11", "out", "n13"), ("n12", "out", "n14"), ("n13", "out", "n15"),
            ("n14", "out", "n15"), ("n15", "out", "n16"), ("n17", "out", "n18"), ("n18", "out", "n19"), ("n19", "out", "n20"),
        ];
        return (nodes, [.. lines.Select((line, index) => new CanvasEdge($"e{index}", line.From, line.Port, line.To))]);
    }

    /// <summary>So many nodes in columns, each column a chain.</summary>
    public static (CanvasNode[] Nodes, CanvasEdge[] Edges) Field(int count, int columns)
    {
        string[] kinds = ["trigger", "wait", "action", "if", "action"];
        var nodes = Enumerable.Range(0, count)
            .Select(
                index => Node(
                    $"n{index}", 48 + (index % columns * 304), 48 + (index / columns * 144), kinds[index / columns % kinds.Length],
                    $"Step {index + 1}", "Email “Estimate reminder” to the customer")).ToArray();
        return (nodes, [.. Enumerable.Range(columns, Math.Max(0, count - columns))
            .Select(index => new CanvasEdge($"e{index}", $"n{index - columns}", "out", $"n{index}"))]);
    }

    private static CanvasNode Node(string id, double x, double y, string kind, string label, string detail) =>
        new() { Id = id, X = x, Y = y, Kind = kind, Label = label, Detail = detail };
}
