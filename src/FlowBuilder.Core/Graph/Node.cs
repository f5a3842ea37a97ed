using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Graph;

/// <summary>One node of the drawing.</summary>
public sealed record Node
{
    /// <summary>Unique in the document, 1-40 of <c>A-Z a-z 0-9 - _</c>.</summary>
    public required string Id { get; init; }

    public required NodeKind Kind { get; init; }

    /// <summary>What it does: a trigger, action or wait; for <c>if</c> and <c>split</c> the flow
    /// step whose settings stand on the node. Null while not chosen.</summary>
    public Step? Step { get; init; }

    /// <summary>The conditions of an AND, OR or Stop When.</summary>
    public ConditionGroup? When { get; init; }

    /// <summary>The text of a note.</summary>
    public string? Text { get; init; }

    /// <summary>Where it is drawn: x and y in canvas units.</summary>
    public Position At { get; init; }
}
