namespace FlowBuilder.Core.Graph;

/// <summary>What the screen calls the node kinds.</summary>
internal static class NodeWords
{
    public static string Kind(NodeKind kind) => kind switch
    {
        NodeKind.Trigger => "Trigger",
        NodeKind.And => "AND",
        NodeKind.Or => "OR",
        NodeKind.Action => "Action",
        NodeKind.Wait => "Wait",
        NodeKind.If => "If / else",
        NodeKind.Split => "Split",
        NodeKind.StopWhen => "Stop When",
        NodeKind.StopAction => "Stop Action",
        _ => "Note",
    };

    /// <summary>With the indefinite article, inside a sentence.</summary>
    public static string A(NodeKind kind) => kind switch
    {
        NodeKind.Trigger => "a trigger",
        NodeKind.And => "an AND",
        NodeKind.Or => "an OR",
        NodeKind.Action => "an action",
        NodeKind.Wait => "a wait",
        NodeKind.If => "an If / else",
        NodeKind.Split => "a split",
        NodeKind.StopWhen => "a Stop When",
        NodeKind.StopAction => "a Stop Action",
        _ => "a note",
    };
}
