using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends the customer an email. Consent, address, hours and caps are judged when it would leave.</summary>
[Step("email-customer", Title = "Email the customer", Icon = "mail", Group = "Messages")]
public sealed record EmailCustomer : CustomerMessage
{
    private protected override string Verb => "email";

    private protected override Effect Message(string template, Person? to) => new Effect.SendEmail(template, to);
}
