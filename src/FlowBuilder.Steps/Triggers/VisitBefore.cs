using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Some time before a visit begins. Follows the visit when it is rescheduled; vanishes when it is cancelled, started or completed.</summary>
[Step("visit-before", Title = "Before a visit", Icon = "upcoming", Group = "Visits")]
public sealed record VisitBefore : BeforeTrigger
{
    private static readonly RecordLife Course = new([EventNames.VisitAdded, EventNames.VisitRescheduled], [EventNames.VisitStarted, EventNames.VisitCompleted, EventNames.VisitCancelled]);

    /// <inheritdoc />
    [JsonIgnore]
    public override string RecordType => "visit";

    private protected override string DateProperty => "start_at";

    private protected override RecordLife Life => Course;

    private protected override string What => "a visit";
}
