using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>A sequence with a password that something else would change or take along.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">What people call it.</param>
public sealed record ProtectedSequence(SequenceId Id, string Title);
