using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Steps;

/// <summary>When a clock trigger fires for a customer, and about which record.</summary>
public readonly record struct Moment(DateTimeOffset At, RecordKey? Record = null);
