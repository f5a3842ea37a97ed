using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>A sequence that is gone for good.</summary>
/// <param name="Sequence">Its id, which is not given again.</param>
public sealed record DeletedSequence(SequenceId Sequence);
