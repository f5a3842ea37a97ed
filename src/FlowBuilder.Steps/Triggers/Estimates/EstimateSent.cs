using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>An estimate goes out to the customer; the run belongs to that estimate.</summary>
[Step("estimate-sent", Title = "Estimate sent", Icon = "request_quote", Group = "Estimates")]
public sealed record EstimateSent()
    : EventTrigger("an estimate is sent", [EventNames.EstimateSent], new KnownDate("sent_at", Duration.Zero));
