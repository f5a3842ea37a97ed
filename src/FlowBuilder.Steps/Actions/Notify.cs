using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Puts a line into the notifications of employees.</summary>
[Step("notify", Title = "Notify an employee", Icon = "notifications_active", Group = "Messages")]
public sealed record Notify : ActionStep
{
    /// <summary><c>owner</c>, <c>assigned</c>, <c>user:ID</c> or <c>role:ROLE</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "To", Description = "Who sees it: the owner, the assigned employee, a person, or everyone with a role.")]
    public string? To { get; init; }

    /// <summary>The line, as Liquid.</summary>
    [Required, StringLength(Rules.LongestText), Display(
        Name = "Text", Description = "What it says. Merge fields such as {{ customer.first_name }} are filled in.")]
    public string? Text { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool Tidies => false;

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => People.References(Recipient.Parse(To));

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var to = Recipient.Parse(To);
        var people = c.Resolve(to);
        if (people.Count == 0) return StepOutcome.Skip(People.Nobody(to));
        var text = c.Fill(Text).Trim();
        return text.Length == 0
            ? StepOutcome.Skip("the text is empty")
            : StepOutcome.Do([.. people.Select(person => new Effect.Notify(person, text))]);
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"notify {names.Recipient(Recipient.Parse(To))}: {ValuePhrases.Quote(Text, "text not yet written")}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.WhoGetsIt(To, "to");
}
