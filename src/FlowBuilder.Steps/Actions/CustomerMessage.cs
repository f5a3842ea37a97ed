using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>A message to the customer. Consent, address, hours and caps are judged when it would leave.</summary>
public abstract record CustomerMessage : TemplateMessage
{
    /// <inheritdoc />
    public sealed override StepOutcome Run(StepContext c) => string.IsNullOrWhiteSpace(Template)
        ? StepOutcome.Skip("no template has been chosen")
        : StepOutcome.Send(Message(Template.Trim(), null));

    /// <inheritdoc />
    public sealed override string Sentence(Names names) => Says(names, "the customer");
}
