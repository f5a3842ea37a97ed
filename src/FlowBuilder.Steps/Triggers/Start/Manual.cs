using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Triggers.Start;

/// <summary>Somebody enrolls the customer: by button, list or file.</summary>
[Step("manual", Title = "By hand", Icon = "touch_app", Group = "Start")]
public sealed record Manual() : EventTrigger("someone enrolls the customer by hand", [EventNames.EnrolledByHand])
{
    /// <inheritdoc />
    [JsonIgnore]
    public override bool AnyRecord => true;
}
