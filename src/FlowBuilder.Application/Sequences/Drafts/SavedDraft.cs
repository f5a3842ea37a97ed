using FlowBuilder.Core.Graph;

namespace FlowBuilder.Application.Sequences.Drafts;

/// <summary>A stored draft.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Revision">Its number.</param>
/// <param name="By">Who stored it.</param>
public sealed record SavedDraft(SequenceDocument Document, int Revision, string? By);
