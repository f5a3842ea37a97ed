using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Suppressions;

/// <summary>An address that is not written to.</summary>
/// <param name="Id">Names the line.</param>
/// <param name="Channel">email or text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Address">The address as a customer who holds it has it; null when nobody does: the list keeps only a hash.</param>
/// <param name="At">When it was said.</param>
/// <param name="Source">From where, in words.</param>
public sealed record SuppressionView(
    string Id, Channel Channel, SuppressionReason Reason, string? Address, DateTimeOffset At, string Source);
