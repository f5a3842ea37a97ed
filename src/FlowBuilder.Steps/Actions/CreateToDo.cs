using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Actions;

/// <summary>
/// Writes down a to-do about the customer. Of a role, its first member gets it. When nobody is found the to-do is written all the same, for
/// nobody, so that it is not lost.
/// </summary>
[Step("create-todo", Title = "Create a to-do", Icon = "playlist_add_check", Group = "Office")]
public sealed record CreateToDo : ActionStep
{
    /// <summary>What is to be done, as Liquid.</summary>
    [Required, StringLength(500), Display(Name = "Title", Description = "What needs to be done. Merge fields are filled in.")]
    public string? Title { get; init; }

    /// <summary><c>owner</c>, <c>assigned</c>, <c>user:ID</c> or <c>role:ROLE</c>.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Assignee", Description = "Who should do it: the owner, the assigned employee, a person or a role.")]
    public string? Assignee { get; init; }

    /// <summary>When it is due, from now; null: whenever.</summary>
    [Display(Name = "Due in", Description = "How long from now it is due, such as 2 days. Leave empty for no date.")]
    public Duration? DueIn { get; init; }

    /// <summary>More about it, as Liquid.</summary>
    [StringLength(Rules.LongestText), Display(Name = "Notes", Description = "More details. Merge fields are filled in.")]
    public string? Notes { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => People.References(Recipient.Parse(Assignee));

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var title = c.Fill(Title).Trim();
        if (title.Length == 0) return StepOutcome.Skip("the to-do has no title");
        var to = Recipient.Parse(Assignee);
        var assignee = c.Resolve(to) is [var first, ..] ? first : null;
        DateTimeOffset? due = DueIn is { } dueIn ? LocalClock.Shift(c.Now, dueIn, c.Zone) : null;
        var notes = c.Fill(Notes).Trim();
        return new StepOutcome.Goes("out", [new Effect.CreateToDo(title, assignee, due, notes.Length == 0 ? null : notes)],
            assignee is null ? $"the to-do has no assignee: {People.Nobody(to)}" : null);
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return
            $"create the to-do {ValuePhrases.Quote(Title, "title not yet written")} for "
                + $"{names.Recipient(Recipient.Parse(Assignee))}{(DueIn is { } due ? $", due in {due.ToWords()}" : "")}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() =>
    [
        .. Rules.WhoGetsIt(Assignee, "assignee"), .. Rules.Length(DueIn, "dueIn", "the time until it is due")
    ];
}
