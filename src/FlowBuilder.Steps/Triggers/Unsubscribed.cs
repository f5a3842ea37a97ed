using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>The customer wants no more marketing emails.</summary>
[Step("unsubscribed", Title = "Unsubscribed", Icon = "notifications_off", Group = "Messages")]
public sealed record Unsubscribed : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.Unsubscribed];

    /// <inheritdoc />
    public override string Sentence(Names names) => "the customer unsubscribes";
}
