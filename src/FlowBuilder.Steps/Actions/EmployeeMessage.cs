using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>A message to the owner, the assigned employee, a person, or everybody with a role.</summary>
public abstract record EmployeeMessage : TemplateMessage
{
    /// <summary><c>owner</c>, <c>assigned</c>, <c>user:ID</c> or <c>role:ROLE</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "To", Description = "Who gets it: the owner, the assigned employee, a person, or everyone with a role.")]
    public string? To { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override IEnumerable<Reference> References => [.. People.References(Recipient.Parse(To)), .. base.References];

    /// <inheritdoc />
    public sealed override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (string.IsNullOrWhiteSpace(Template)) return StepOutcome.Skip("no template has been chosen");
        var to = Recipient.Parse(To);
        var people = c.Resolve(to);
        return people.Count == 0
            ? StepOutcome.Skip(People.Nobody(to))
            : StepOutcome.Send([.. people.Select(person => Message(Template.Trim(), person))]);
    }

    /// <inheritdoc />
    public sealed override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Says(names, names.Recipient(Recipient.Parse(To)));
    }

    /// <inheritdoc />
    public sealed override IEnumerable<SettingFinding> Check() => Rules.WhoGetsIt(To, "to");
}
