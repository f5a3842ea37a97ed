using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>An email to the customer could not be delivered.</summary>
[Step("email-bounced", Title = "Email bounced", Icon = "unsubscribe", Group = "Messages")]
public sealed record EmailBounced() : EventTrigger("an email bounces", [EventNames.EmailBounced]);
