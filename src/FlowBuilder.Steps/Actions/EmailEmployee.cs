using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Sends an email to the owner, the assigned employee, a person, or everybody with a role.</summary>
[Step("email-employee", Title = "Email an employee", Icon = "contact_mail", Group = "Messages")]
public sealed record EmailEmployee : MessageStep
{
    /// <summary><c>owner</c>, <c>assigned</c>, <c>user:ID</c> or <c>role:ROLE</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "To", Description = "Who gets it: the owner, the assigned employee, a person, or everybody with a role.")]
    public string? To { get; init; }

    /// <summary>The template's key.</summary>
    [Required, StringLength(Rules.LongestName), Display(Name = "Template", Description = "The message to send.")]
    public string? Template { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References =>
        [.. People.References(To), .. string.IsNullOrWhiteSpace(Template) ? [] : new Reference[] { new(ReferenceKind.Template, Template) }];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (string.IsNullOrWhiteSpace(Template)) return StepOutcome.Skip("no template has been chosen");
        var people = c.Resolve(To);
        return people.Count == 0
            ? StepOutcome.Skip(People.Nobody(To))
            : StepOutcome.Send([.. people.Select(person => new Effect.SendEmail(Template.Trim(), person))]);
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"email {names.Template(string.IsNullOrWhiteSpace(Template) ? null : Template)} to {names.Recipient(To)}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Recipient(To, "to");
}
