using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Model.Events;

/// <summary>An event a customer has been through, as far as conditions ask: no properties.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="Name">Its name.</param>
/// <param name="Record">The record it was about.</param>
/// <param name="At">When.</param>
/// <param name="Times">How often: several changes that nobody can hear are told as one event.</param>
public readonly record struct HistoryEvent(long Seq, string Name, RecordKey? Record, DateTimeOffset At, int Times = 1);
