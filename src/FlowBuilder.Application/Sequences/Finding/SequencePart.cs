using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>Which sequences are wanted, and in which order. Empty members want all.</summary>
/// <param name="Text">Part of a title or description.</param>
/// <param name="State">Only at this.</param>
/// <param name="Label">Only with this label.</param>
/// <param name="Owner">Only of this person.</param>
/// <param name="Sort">The order.</param>
public sealed record SequencePart(
    string Text = "", SequenceState? State = null, string Label = "", string Owner = "", SequenceSort Sort = SequenceSort.Updated);

/// <summary>A page of the list on screen.</summary>
/// <param name="All">How many fit.</param>
/// <param name="Lines">Those on the page.</param>
/// <param name="Trends">How many entered each of them on the last days, oldest first.</param>
/// <param name="Choices">What the list can be filtered by.</param>
public sealed record SequencesRead(
    int All, IReadOnlyList<SequenceLine> Lines, IReadOnlyDictionary<SequenceId, IReadOnlyList<int>> Trends, SequenceChoices Choices);
