using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>Counts of a sequence over all its versions.</summary>
/// <param name="Enrollments">Runs by state.</param>
/// <param name="Messages">Messages by state.</param>
/// <param name="Nodes">Live runs by the node they stand on.</param>
public sealed record SequenceSums(
    IReadOnlyDictionary<EnrollmentState, int> Enrollments, IReadOnlyDictionary<MessageState, int> Messages,
    IReadOnlyDictionary<string, NodeCount> Nodes);
