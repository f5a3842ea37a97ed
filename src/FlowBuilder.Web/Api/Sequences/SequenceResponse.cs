using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>A sequence without its drawing.</summary>
/// <param name="Revision">Of the draft.</param>
/// <param name="Version">The version customers enter; null before the first publishing.</param>
/// <param name="Protected">Changing it, exporting it and copying it need its password.</param>
/// <param name="Live">Runs that have not ended.</param>
/// <param name="Finished">Runs that have.</param>
/// <param name="Owner">Name of the person who made it; null when a key did.</param>
internal sealed record SequenceResponse(
    string Id, string Title, string Description, SequenceState State, int Revision, int? Version, IReadOnlyList<string> Labels,
    bool Protected, int Live, int Finished, string? Owner, DateTimeOffset UpdatedAt, string? UpdatedBy);

/// <summary>A draft was saved.</summary>
internal sealed record SavedResponse(string Id, int Revision);

/// <summary>A version is live.</summary>
internal sealed record PublishedResponse(int Version, string PlanHash, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What the compiler says of a document.</summary>
/// <param name="Diagnostics">Errors first.</param>
/// <param name="Sentences">What the sequence will do, in plain words; empty while it has errors.</param>
internal sealed record ValidationResponse(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Sentences);

/// <summary>What a sequence will do, in plain words.</summary>
internal sealed record SentencesResponse(IReadOnlyList<string> Sentences);

/// <summary>What a sequence is at now.</summary>
internal sealed record StateResponse(SequenceState State);

/// <summary>Counts of a sequence.</summary>
/// <param name="Enrollments">By state.</param>
/// <param name="Messages">By state.</param>
/// <param name="Nodes">Live runs by the node they stand on, over all versions.</param>
internal sealed record StatsResponse(
    IReadOnlyDictionary<string, int> Enrollments, IReadOnlyDictionary<string, int> Messages, IReadOnlyDictionary<string, int> Nodes);

/// <summary>How to resume.</summary>
internal sealed record ResumeRequest
{
    /// <summary>What happens to what is past due: send, skip, shift or ask.</summary>
    public LatePolicy? PastDue { get; init; }
}

/// <summary>Whom to enroll by hand.</summary>
internal sealed record EnrollRequest
{
    public string? UserId { get; init; }

    /// <summary>The record the run shall belong to.</summary>
    public EnrollRecord? Record { get; init; }
}

/// <summary>Names a record of the customer.</summary>
internal sealed record EnrollRecord
{
    public string? Type { get; init; }

    public string? Id { get; init; }
}

/// <summary>A run was opened.</summary>
internal sealed record EnrolledResponse(string Id);
