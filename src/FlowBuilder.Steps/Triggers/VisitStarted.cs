using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The crew begins a visit.</summary>
[Step("visit-started", Title = "Visit started", Icon = "directions_car", Group = "Visits")]
public sealed record VisitStarted : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.VisitStarted];

    /// <inheritdoc />
    [JsonIgnore]
    // Crews come early, but not by half a day.
    public override IReadOnlyList<KnownDate> KnownDates => [new("start_at", Duration.Of(TimeSpan.FromHours(12)))];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a visit starts";
}
