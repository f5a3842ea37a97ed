using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers;

/// <summary>An email to the customer could not be delivered.</summary>
[Step("email-bounced", Title = "Email bounced", Icon = "unsubscribe", Group = "Messages")]
public sealed record EmailBounced : TriggerStep
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.EmailBounced];

    /// <inheritdoc />
    public override string Sentence(Names names) => "an email bounces";
}
