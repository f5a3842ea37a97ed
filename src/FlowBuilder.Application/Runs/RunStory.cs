using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Application.Runs;

/// <summary>One run, whole.</summary>
public sealed record RunStory
{
    /// <summary>As in the list.</summary>
    public required RunLine Line { get; init; }

    /// <summary>Names exactly what is told.</summary>
    public required RunMark Mark { get; init; }

    /// <summary>Why the customer entered.</summary>
    public required string Why { get; init; }

    /// <summary>What was done, in the order in which it was done.</summary>
    public required ImmutableArray<RunStep> Steps { get; init; }

    /// <summary>What the company calls things.</summary>
    public required Names Names { get; init; }

    /// <summary>The node it stands on; null once it has ended.</summary>
    public string? Node { get; init; }

    /// <summary>The step it stands on, in words; null once it has ended.</summary>
    public string? StandsOn { get; init; }

    /// <summary>What the step it stands on has sent, or will.</summary>
    public ImmutableArray<RunMessage> Sending { get; init; } = [];

    /// <summary>The steps that lie ahead of where it stands.</summary>
    public IReadOnlyList<(string Node, string Title)> Later { get; init; } = [];

    /// <summary>The drawing of its version; null when it is no longer there.</summary>
    public SequenceDocument? Document { get; init; }

    /// <summary>The nodes it came in by, and the Stop When that ended it.</summary>
    public IReadOnlyCollection<string> Way { get; init; } = [];
}
