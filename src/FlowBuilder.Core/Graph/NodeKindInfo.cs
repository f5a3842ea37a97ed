using System.Collections.Immutable;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Core.Graph;

/// <summary>What is to be known of a kind of node: one row of <see cref="NodeKinds"/>.</summary>
public sealed record NodeKindInfo
{
    /// <summary>Which kind it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>Its name in documents, and by which its colour is found, as in <c>stopWhen</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the screen calls it, as in <i>Stop When</i>.</summary>
    public required string Title { get; init; }

    /// <summary>With the indefinite article, inside a sentence.</summary>
    public required string A { get; init; }

    /// <summary>With what ids of its nodes begin, as in <c>stop</c>.</summary>
    public required string IdWord { get; init; }

    /// <summary>The part of the drawing it belongs to.</summary>
    public required NodePart Part { get; init; }

    /// <summary>The kind of step that stands in <c>step</c>; null for kinds without.</summary>
    public StepKind? Step { get; init; }

    /// <summary>The id of the flow step it always is; null for kinds that are none.</summary>
    public string? FlowStep { get; init; }

    /// <summary>Whether something has to be chosen that it does.</summary>
    public bool TakesStep => this is not { Step: null, FlowStep: null };

    /// <summary>Whether a step of this type can stand on it.</summary>
    public bool Fits(StepType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return FlowStep is { } flow ? type.Id == flow : type.Kind == Step;
    }

    /// <summary>Whether conditions stand in <c>when</c>.</summary>
    public bool HasConditions => Joint is not null;

    /// <summary>What stands before its conditions in a clause, as in <i>stop when</i>; null for kinds without conditions.</summary>
    public string? Joint { get; init; }

    /// <summary>Whether <c>text</c> is what it is there for.</summary>
    public bool HasText { get; init; }

    /// <summary>Whether anything can lead into it.</summary>
    public required bool TakesEdges { get; init; }

    /// <summary>Whether a customer can be at it: what begins or watches a sequence holds nobody.</summary>
    public bool HoldsCustomers { get; init; }

    /// <summary>Its ways out where no step tells others; null: any will do until its step is chosen.</summary>
    public required ImmutableArray<string>? Ports { get; init; }

    /// <summary>Name of its icon in the product's set, where no step has one.</summary>
    public string Icon { get; init; } = "help_outline";

    /// <summary>The group of its entries in the palette; null: that of their steps.</summary>
    public string? Group { get; init; }

    /// <summary>The heading under which the palette shows entries of a group.</summary>
    public Func<string, string> Heading { get; init; } = group => group;
}
