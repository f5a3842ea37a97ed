using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The crew finishes a visit.</summary>
[Step("visit-completed", Title = "Visit completed", Icon = "task_alt", Group = "Visits")]
public sealed record VisitCompleted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.VisitCompleted];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("start_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a visit is completed";
}
