using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Actions;

/// <summary>Enrolls the customer in another sequence that has the trigger “started by another
/// sequence”. A chain is cut at depth 10.</summary>
[Step("start-sequence", Title = "Start a sequence", Icon = "start", Group = "Sequences")]
public sealed record StartSequence : ActionStep
{
    /// <summary>The sequence's id.</summary>
    [Required, Display(Name = "Sequence", Description = "The sequence to start for this customer.")]
    public string? Sequence { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool Tidies => false;

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References =>
        string.IsNullOrWhiteSpace(Sequence) ? [] : [new(ReferenceKind.Sequence, Sequence, ReferenceUse.Starts)];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c) => string.IsNullOrWhiteSpace(Sequence)
        ? StepOutcome.Skip("no sequence has been chosen")
        : StepOutcome.Do(new Effect.StartSequence(Sequence.Trim()));

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return $"start {names.Sequence(string.IsNullOrWhiteSpace(Sequence) ? null : Sequence)}";
    }
}
