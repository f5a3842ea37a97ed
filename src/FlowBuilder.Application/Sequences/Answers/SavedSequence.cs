using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>A draft that is stored.</summary>
/// <param name="Sequence">Which; a new one after it was made or copied.</param>
/// <param name="Revision">Of its draft: 1 for a new one, one more with each save.</param>
public sealed record SavedSequence(SequenceId Sequence, int Revision);
