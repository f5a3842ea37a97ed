using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>Somebody enrolls the customer: by button, list or file.</summary>
[Step("manual", Title = "By hand", Icon = "touch_app", Group = "Start")]
public sealed record Manual : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override bool AnyRecord => true;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EnrolledByHand];

    /// <inheritdoc />
    public override string Sentence(Names names) => "somebody enrolls the customer by hand";
}
