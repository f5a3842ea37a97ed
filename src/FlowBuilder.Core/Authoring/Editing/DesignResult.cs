using System.Collections.Immutable;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>What came of an edit. A closed set.</summary>
public abstract record DesignResult
{
    private DesignResult()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Document">The document as it is now; the very same one when there was nothing to change.</param>
    /// <param name="Title">What was done, for the history: “Moved 3 steps”.</param>
    /// <param name="Nodes">The nodes it was about, to be selected; those that are gone are not among them.</param>
    public sealed record Done(SequenceDocument Document, string Title, ImmutableArray<string> Nodes) : DesignResult;

    /// <summary>Not done, and nothing has changed; the reason is for a marketer.</summary>
    public sealed record Refused(string Because) : DesignResult;
}
