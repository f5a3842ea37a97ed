using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Application.Sequences.Drafts;

/// <summary>A draft with all that is needed to draw on it.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Directory">What the company calls things.</param>
/// <param name="Surroundings">What the company has that steps can name.</param>
/// <param name="Revision">The revision read.</param>
/// <param name="State">What the sequence is at.</param>
/// <param name="Version">The live version's number; 0 before the first.</param>
public sealed record DraftToDraw(
    SequenceDocument Document, CompanyDirectory Directory, CompanyVocabulary Surroundings, int Revision, SequenceState State, int Version);
