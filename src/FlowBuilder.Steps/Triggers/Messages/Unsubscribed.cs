using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>The customer wants no more marketing emails.</summary>
[Step("unsubscribed", Title = "Unsubscribed", Icon = "notifications_off", Group = "Messages")]
public sealed record Unsubscribed() : EventTrigger("the customer unsubscribes", [EventNames.Unsubscribed]);
