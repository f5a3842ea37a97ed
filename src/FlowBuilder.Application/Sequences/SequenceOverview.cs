using System.Collections.Immutable;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Sentences;

namespace FlowBuilder.Application.Sequences;

/// <summary>All that the page of one sequence shows.</summary>
/// <param name="Line">As in the list.</param>
/// <param name="IsReviewed">Review Before Execution is on in the draft.</param>
/// <param name="Live">What the version customers enter does, in words; null before the first publishing.</param>
/// <param name="Draft">What the draft would do; empty while it has errors.</param>
/// <param name="Problems">What the compiler finds in the draft, errors first.</param>
/// <param name="IsPublished">The draft is what customers enter already.</param>
/// <param name="Versions">The newest ones, newest first.</param>
/// <param name="Runs">Customers by where their runs are at.</param>
public sealed record SequenceOverview(
    SequenceLine Line, bool IsReviewed, ImmutableArray<Sentence>? Live, ImmutableArray<Sentence> Draft, ImmutableArray<Diagnostic> Problems,
    bool IsPublished,
    IReadOnlyList<VersionLine> Versions, IReadOnlyList<RunCount> Runs);

/// <summary>A published edition.</summary>
public sealed record VersionLine(int Number, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>So many runs are at this.</summary>
public sealed record RunCount(EnrollmentState State, Hold Hold, int Count);
