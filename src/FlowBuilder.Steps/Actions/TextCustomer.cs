using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends the customer a text. Consent, number, hours and caps are judged when it would leave.</summary>
[Step("text-customer", Title = "Text the customer", Icon = "sms", Group = "Messages")]
public sealed record TextCustomer : CustomerMessage
{
    private protected override string Verb => "text";

    private protected override Effect Message(string template, Person? to) => new Effect.SendText(template, to);
}
