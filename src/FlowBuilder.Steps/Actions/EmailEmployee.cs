using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends an email to the owner, the assigned employee, a person, or everybody with a role.</summary>
[Step("email-employee", Title = "Email an employee", Icon = "contact_mail", Group = "Messages")]
public sealed record EmailEmployee : EmployeeMessage
{
    private protected override string Verb => "email";

    private protected override Effect Message(string template, Person? to) => new Effect.SendEmail(template, to);
}
