using System.Text.Json.Serialization;

namespace FlowBuilder.Canvas.Commands;

/// <summary>What a person did: one per gesture, sent when it ended. Places are in the drawing unless they say screen.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MoveNodes), "move")]
[JsonDerivedType(typeof(ConnectNodes), "connect")]
[JsonDerivedType(typeof(ReconnectEdge), "reconnect")]
[JsonDerivedType(typeof(DeleteParts), "delete")]
[JsonDerivedType(typeof(ShowInsertMenu), "insert")]
[JsonDerivedType(typeof(FollowPort), "follow")]
[JsonDerivedType(typeof(DropKind), "drop")]
[JsonDerivedType(typeof(SelectParts), "select")]
[JsonDerivedType(typeof(OpenNode), "open")]
[JsonDerivedType(typeof(ShowMenu), "menu")]
[JsonDerivedType(typeof(RunShortcut), "run")]
public abstract record CanvasCommand
{
    /// <summary>The revision the person saw. Lower than yours: something was changed meanwhile; do
    /// it anyway if it still makes sense, else refuse.</summary>
    [JsonIgnore] public long BaseRevision { get; init; }

    /// <summary>Unique. The canvas answers a command it has had before with the answer it gave
    /// then; keep the keys yourself to know them after a page was loaded anew.</summary>
    [JsonIgnore] public string Key { get; init; } = "";

    /// <summary>It was kept while the connection was down, and may have arrived before.</summary>
    [JsonIgnore] public bool IsReplay { get; init; }

    /// <summary>Whether it changes the drawing. A read-only canvas refuses these by itself.</summary>
    [JsonIgnore] public virtual bool IsEdit => true;
}

/// <summary>Nodes were moved together.</summary>
public sealed record MoveNodes(IReadOnlyList<string> Nodes, double Dx, double Dy) : CanvasCommand;

/// <summary>A line was drawn from a port to a node.</summary>
public sealed record ConnectNodes(string From, string Port, string To) : CanvasCommand;

/// <summary>One end of an edge was led elsewhere; <see cref="Port"/> is null when it is the end at the target.</summary>
public sealed record ReconnectEdge(string Edge, EdgeEnd End, string Node, string? Port = null) : CanvasCommand;

/// <summary>Which end of an edge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EdgeEnd>))]
public enum EdgeEnd
{
    /// <summary>Where it leaves.</summary>
    From,

    /// <summary>Where it enters.</summary>
    To,
}

/// <summary>Parts are to go. Edges at deleted nodes go with them and are not listed.</summary>
public sealed record DeleteParts(IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges) : CanvasCommand;

/// <summary>The plus on an edge was pressed: offer what can stand there. <see cref="Screen"/> is
/// measured from the canvas's top left corner.</summary>
public sealed record ShowInsertMenu(string Edge, CanvasPoint At, CanvasPoint Screen) : CanvasCommand;

/// <summary>A line was drawn to empty space: offer what can follow. <see cref="Screen"/> is
/// measured from the canvas's top left corner.</summary>
public sealed record FollowPort(string From, string Port, CanvasPoint At, CanvasPoint Screen) : CanvasCommand;

/// <summary>Something was dragged in from a palette; <see cref="At"/> is the new node's top left
/// corner, <see cref="Edge"/> the edge it was dropped on.</summary>
public sealed record DropKind(string Kind, CanvasPoint At, string? Edge = null) : CanvasCommand;

/// <summary>What is selected now. Told when the selection has settled.</summary>
public sealed record SelectParts(IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges) : CanvasCommand
{
    /// <inheritdoc/>
    public override bool IsEdit => false;
}

/// <summary>A node was double-clicked, or Enter pressed on it.</summary>
public sealed record OpenNode(string Node) : CanvasCommand
{
    /// <inheritdoc/>
    public override bool IsEdit => false;
}

/// <summary>Right click, long press or the menu key, on a node, an edge or the background.</summary>
public sealed record ShowMenu(string? Node, string? Edge, CanvasPoint At, CanvasPoint Screen) : CanvasCommand
{
    /// <inheritdoc/>
    public override bool IsEdit => false;
}

/// <summary>A shortcut was pressed. <see cref="At"/> is where the pointer is: pasted nodes may go there.</summary>
public sealed record RunShortcut(CanvasShortcut Name, CanvasPoint At) : CanvasCommand
{
    /// <inheritdoc/>
    public override bool IsEdit => Name is not (CanvasShortcut.Copy or CanvasShortcut.Find or CanvasShortcut.Help or CanvasShortcut.Save);
}
