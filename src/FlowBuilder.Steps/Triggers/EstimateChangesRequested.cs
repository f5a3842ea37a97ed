using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer asks for changes to an estimate.</summary>
[Step("estimate-changes-requested", Title = "Changes to an estimate requested", Icon = "edit_note", Group = "Estimates")]
public sealed record EstimateChangesRequested : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EstimateChangesRequested];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => [new("sent_at", Duration.Zero)];

    /// <inheritdoc />
    public override string Sentence(Names names) => "changes to an estimate are requested";
}
