using System.ComponentModel.DataAnnotations;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Actions;

/// <summary>Writes a note into the customer's timeline.</summary>
[Step("add-note", Title = "Add a note", Icon = "note_add", Group = "Office")]
public sealed record AddNote : ActionStep
{
    /// <summary>The note, as Liquid.</summary>
    [Required, StringLength(Rules.LongestText), Display(Name = "Text", Description = "What the note says. Merge fields are filled in.")]
    public string? Text { get; init; }

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var text = c.Fill(Text).Trim();
        return text.Length == 0 ? StepOutcome.Skip("the note is empty") : StepOutcome.Do(new Effect.AddNote(text));
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"add the note {ValuePhrases.Quote(Text, "not yet written")}";
}
