using System.Collections.Immutable;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Core.Graph;

/// <summary>All that differs between the kinds of node, one row each. A kind without a row does not compile.</summary>
public static class NodeKinds
{
    private static readonly ImmutableArray<string> OnlyOut = ["out"];

    private static readonly NodeKindInfo Trigger = new()
    {
        Kind = NodeKind.Trigger, Name = "trigger", Title = "Trigger", A = "a trigger", IdWord = "trigger", Part = NodePart.Entry,
        Step = StepKind.Trigger, TakesEdges = false, Ports = OnlyOut, Heading = group => $"Trigger: {group}",
    };

    private static readonly NodeKindInfo And = new()
    {
        Kind = NodeKind.And, Name = "and", Title = "AND", A = "an AND", IdWord = "and", Part = NodePart.Entry,
        Joint = "AND", TakesEdges = true, Ports = OnlyOut, Icon = "join_inner", Group = "Who enters",
    };

    private static readonly NodeKindInfo Or = new()
    {
        Kind = NodeKind.Or, Name = "or", Title = "OR", A = "an OR", IdWord = "or", Part = NodePart.Entry,
        Joint = "OR", TakesEdges = true, Ports = OnlyOut, Icon = "join_full", Group = "Who enters",
    };

    private static readonly NodeKindInfo Action = new()
    {
        Kind = NodeKind.Action, Name = "action", Title = "Action", A = "an action", IdWord = "action", Part = NodePart.Flow,
        Step = StepKind.Action, TakesEdges = true, HoldsCustomers = true, Ports = OnlyOut,
    };

    private static readonly NodeKindInfo Wait = new()
    {
        Kind = NodeKind.Wait, Name = "wait", Title = "Wait", A = "a wait", IdWord = "wait", Part = NodePart.Flow,
        Step = StepKind.Wait, TakesEdges = true, HoldsCustomers = true, Ports = null, Heading = _ => "Waits",
    };

    private static readonly NodeKindInfo If = new()
    {
        Kind = NodeKind.If, Name = "if", Title = "If / else", A = "an If / else", IdWord = "if", Part = NodePart.Flow,
        FlowStep = "if", TakesEdges = true, HoldsCustomers = true, Ports = null, Heading = _ => "Branches",
    };

    private static readonly NodeKindInfo Split = new()
    {
        Kind = NodeKind.Split, Name = "split", Title = "Split", A = "a split", IdWord = "split", Part = NodePart.Flow,
        FlowStep = "split", TakesEdges = true, HoldsCustomers = true, Ports = null, Heading = _ => "Branches",
    };

    private static readonly NodeKindInfo StopWhen = new()
    {
        Kind = NodeKind.StopWhen, Name = "stopWhen", Title = "Stop When", A = "a Stop When", IdWord = "stop", Part = NodePart.Stop,
        Joint = "stop when", TakesEdges = false, Ports = OnlyOut, Icon = "pan_tool", Group = "Stop",
    };

    private static readonly NodeKindInfo StopAction = new()
    {
        Kind = NodeKind.StopAction, Name = "stopAction", Title = "Stop Action", A = "a Stop Action", IdWord = "stop-action",
        Part = NodePart.Stop,
        Step = StepKind.Action, TakesEdges = true, HoldsCustomers = true, Ports = OnlyOut, Group = "Stop Actions",
    };

    private static readonly NodeKindInfo Note = new()
    {
        Kind = NodeKind.Note, Name = "note", Title = "Note", A = "a note", IdWord = "note", Part = NodePart.Note,
        HasText = true, TakesEdges = false, Ports = ImmutableArray<string>.Empty, Icon = "sticky_note_2", Group = "Notes",
    };

    /// <summary>All kinds, in the order in which a sequence is read.</summary>
    public static IReadOnlyList<NodeKindInfo> All { get; } = [.. Enum.GetValues<NodeKind>().Select(Of)];

    /// <summary>The row of a kind.</summary>
    public static NodeKindInfo Of(NodeKind kind) => kind switch
    {
        NodeKind.Trigger => Trigger,
        NodeKind.And => And,
        NodeKind.Or => Or,
        NodeKind.Action => Action,
        NodeKind.Wait => Wait,
        NodeKind.If => If,
        NodeKind.Split => Split,
        NodeKind.StopWhen => StopWhen,
        NodeKind.StopAction => StopAction,
        NodeKind.Note => Note,
    };
}
