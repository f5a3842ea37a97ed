using System.ComponentModel.DataAnnotations;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Makes the customer a lead, active or former.</summary>
[Step("set-status", Title = "Set the status", Icon = "flag", Group = "Customers")]
public sealed record SetStatus : ActionStep
{
    /// <summary><c>lead</c>, <c>active</c> or <c>former</c>.</summary>
    [Required, Display(Name = "Status", Description = "What the customer becomes: lead, active or former.")]
    public string? Status { get; init; }

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) => Status is "lead" or "active" or "former"
        ? StepOutcome.Do(new Effect.SetStatus(Status))
        : StepOutcome.Skip("no status has been chosen");

    /// <inheritdoc />
    public override string Sentence(Names names) => $"set the customer's status to {ValuePhrases.Quote(Status, "not yet chosen")}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Status is not (null or "" or "lead" or "active" or "former"))
            yield return new("status", $"A customer is lead, active or former, never “{ValuePhrases.Short(Status)}”. Choose one of these.");
    }
}
