using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>
/// Waits until conditions hold, or a time is up. Hold already: goes on at once. Where time alone may turn them, they are judged anew at
/// that moment.
/// </summary>
[Step("wait-until-true", Title = "Wait until something is true", Icon = "rule", Group = "Waits")]
public sealed record WaitUntilTrue : WaitStep
{
    /// <summary>What must hold.</summary>
    [Required, Display(Name = "Conditions", Description = "What must be true for the customer to continue.")]
    public ConditionGroup? When { get; init; }

    /// <summary>The longest wait; then it leaves by <c>timedOut</c>.</summary>
    [Required, Display(
        Name = "At most", Description = "The longest time to wait, such as 7 days. Then the customer takes the “timed out” branch.")]
    public Duration? Timeout { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ImmutableArray<string> Ports => Timed.Ports;

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => When?.References ?? [];

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies Hears => When?.DependsOn ?? Dependencies.None;

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (When is null) return StepOutcome.Skip("no conditions have been chosen");
        return When.Holds(c.Conditions)
            ? StepOutcome.Leave(because: "it is already true")
            : StepOutcome.WaitForEvent(Timeout?.Reach(c.ArrivedAt));
    }

    /// <inheritdoc />
    public override StepOutcome? OnEvent(StepContext c, CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(c);
        return When?.Holds(c.Conditions) == true ? StepOutcome.Leave() : null;
    }

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return When?.MayTurnAt(c.Conditions);
    }

    /// <inheritdoc />
    public override StepOutcome OnDue(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return When?.Holds(c.Conditions) == true ? StepOutcome.Leave() : StepOutcome.Leave(Timed.Out, "time ran out");
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"wait until {When?.Sentence(names) ?? "something (not yet chosen)"}, at most {Timeout?.ToWords() ?? "some time (not yet chosen)"}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (When is { Members.Length: 0 }) yield return new("when", "Add at least one condition to wait for.");
        foreach (var finding in Rules.Length(Timeout, "timeout", "how long to wait at most")) yield return finding;
    }
}
