using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>A customer is told of for the first time.</summary>
[Step("customer-added", Title = "Customer added", Icon = "person_add", Group = "Customers")]
public sealed record CustomerAdded : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.CustomerAdded];

    /// <inheritdoc />
    public override string Sentence(Names names) => "a customer is added";
}
