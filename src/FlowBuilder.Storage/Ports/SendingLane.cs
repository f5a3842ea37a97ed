using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Storage.Ports;

/// <summary>Messages of one company over one channel: they wait for places of their own, and never for those of others.</summary>
public readonly record struct SendingLane(CompanyId Company, Channel Channel);

/// <summary>When the next message of a lane may go: put off until an instant of the product clock,
/// or to be tried again at one of the system clock.</summary>
public readonly record struct LaneDue(SendingLane Lane, DateTimeOffset? Due, DateTimeOffset? Retry);
