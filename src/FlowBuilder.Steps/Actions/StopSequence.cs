using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Stops the customer's runs of a sequence.</summary>
[Step("stop-sequence", Title = "Stop a sequence", Icon = "cancel", Group = "Sequences")]
public sealed record StopSequence : ActionStep
{
    /// <summary>The sequence's id.</summary>
    [Required, Display(Name = "Sequence", Description = "The sequence to stop for this customer.")]
    public string? Sequence { get; init; }

    /// <summary>Whether the stopped sequence's stop actions that only tidy up are done. Default: no.</summary>
    [Display(Name = "Tidy up", Description = "Also run the stopped sequence's stop actions that only tidy up, such as removing a tag.")]
    public bool TidyUp { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References =>
        string.IsNullOrWhiteSpace(Sequence) ? [] : [new(ReferenceKind.Sequence, Sequence, ReferenceUse.Stops)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) => string.IsNullOrWhiteSpace(Sequence)
        ? StepOutcome.Skip("no sequence has been chosen")
        : StepOutcome.Do(new Effect.StopSequence(Sequence.Trim(), TidyUp));

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"stop {names.Sequence(string.IsNullOrWhiteSpace(Sequence) ? null : Sequence)}{(TidyUp ? " and tidy up" : "")}";
    }
}
