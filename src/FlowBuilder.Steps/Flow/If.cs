using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Flow;

/// <summary>Two ways: one if conditions hold when the customer gets there, one if not.</summary>
[Step("if", Title = "If / else", Icon = "alt_route", Group = "Flow")]
public sealed record If : FlowStep
{
    private static readonly ImmutableArray<string> Ways = ["yes", "no"];

    /// <summary>What is asked.</summary>
    [Required, Display(Name = "Conditions", Description = "What must be true to take the “yes” branch; otherwise the customer takes “no”.")]
    public ConditionGroup? When { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ImmutableArray<string> Ports => Ways;

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => When?.References ?? [];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return StepOutcome.Leave(When?.Holds(c.Conditions) == true ? "yes" : "no");
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"if {When?.Sentence(names) ?? "(no conditions yet)"}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (When is { Members.Length: 0 })
            yield return new("when", "Add at least one condition; without any, everyone takes the same branch.");
    }
}
