using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Steps.Actions;

/// <summary>Stops the customer's runs of a sequence.</summary>
[Step("stop-sequence", Title = "Stop a sequence", Icon = "cancel", Group = "Sequences")]
public sealed record StopSequence : ActionStep
{
    /// <summary>The sequence's id.</summary>
    [Required, Display(Name = "Sequence", Description = "The sequence to stop for this customer.")]
    public string? Sequence { get; init; }

    /// <summary>Whether the stopped sequence's stop actions that only tidy up are done. Default: no.</summary>
    [Display(Name = "Tidy up", Description = "Also do those stop actions of the stopped sequence that only tidy up, such as removing a tag.")]
    public bool TidyUp { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Sequence) ? [] : [new(ReferenceKind.Sequence, Sequence, ReferenceUse.Stops)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) => SequenceId.TryParse(Sequence, out var id)
        ? StepOutcome.Do(new Effect.StopSequence(id.ToString(), TidyUp))
        : StepOutcome.Skip("no sequence has been chosen");

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"stop {names.Sequence(string.IsNullOrWhiteSpace(Sequence) ? null : Sequence)}{(TidyUp ? " and tidy up" : "")}";
    }
}
