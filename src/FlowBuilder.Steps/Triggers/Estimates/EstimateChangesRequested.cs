using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>The customer asks for changes to an estimate.</summary>
[Step("estimate-changes-requested", Title = "Changes to an estimate requested", Icon = "edit_note", Group = "Estimates")]
public sealed record EstimateChangesRequested()
    : EventTrigger("changes to an estimate are requested", [EventNames.EstimateChangesRequested], new KnownDate("sent_at", Duration.Zero));
