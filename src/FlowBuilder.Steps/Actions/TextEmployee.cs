using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends a text to the owner, the assigned employee, a person, or everybody with a role.</summary>
[Step("text-employee", Title = "Text an employee", Icon = "textsms", Group = "Messages")]
public sealed record TextEmployee : EmployeeMessage
{
    private protected override string Verb => "text";

    private protected override Effect Message(string template, Person? to) => new Effect.SendText(template, to);
}
