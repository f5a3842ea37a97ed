using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Plans;

/// <summary>One version of a sequence as the engine holds it.</summary>
public sealed record PublishedSequence
{
    public required CompanyId Company { get; init; }

    public required SequenceId Sequence { get; init; }

    public required VersionId Version { get; init; }

    /// <summary>1 for the first published version.</summary>
    public required int Number { get; init; }

    /// <summary>The number of the version that new customers enter now.</summary>
    public required int LiveNumber { get; init; }

    public required string Title { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>What the whole sequence is at now.</summary>
    public required SequenceState State { get; init; }

    /// <summary>Whether customers enter this version: the newest of a sequence that is live.</summary>
    public bool TakesEntries => Number == LiveNumber && State == SequenceState.Live;
}
