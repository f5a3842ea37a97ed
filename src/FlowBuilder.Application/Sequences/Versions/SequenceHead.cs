using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Application.Sequences.Versions;

/// <summary>What a sequence is called and at.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="State">What it is at.</param>
/// <param name="Version">The live version's number; 0 before the first.</param>
public sealed record SequenceHead(string Title, SequenceState State, int Version);
