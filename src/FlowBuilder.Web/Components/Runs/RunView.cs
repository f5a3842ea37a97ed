using System.Collections.Immutable;
using FlowBuilder.Application.Runs;
using FlowBuilder.Canvas;
using FlowBuilder.Web.Components.Designer.Canvas;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>One run, whole.</summary>
public sealed record RunView
{
    /// <summary>As in the list.</summary>
    public required RunLine Line { get; init; }

    /// <summary>Why the customer entered.</summary>
    public required string Why { get; init; }

    /// <summary>What was done, in the order in which it was done.</summary>
    public required ImmutableArray<RunStep> Steps { get; init; }

    /// <summary>The step it stands on, in words; null once it has ended.</summary>
    public string? StandsOn { get; init; }

    /// <summary>What the step it stands on has sent, or will.</summary>
    public ImmutableArray<RunMessage> Sending { get; init; } = [];

    /// <summary>The steps that lie ahead of where it stands.</summary>
    public IReadOnlyList<(string Node, string Title)> Later { get; init; } = [];

    /// <summary>The version's drawing with its path lit.</summary>
    public IReadOnlyList<StepCard> Cards { get; init; } = [];

    public IReadOnlyList<CanvasEdge> Edges { get; init; } = [];

    /// <summary>Names exactly what is shown.</summary>
    public required RunMark Mark { get; init; }

    public bool IsOver => Line.EndedAt is not null;
}
