using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>
/// Waits until conditions hold, or a time is up. Hold already: goes on at once. Where time alone may turn them, its due time is that
/// moment, and they are judged anew then.
/// </summary>
[Step("wait-until-true", Title = "Wait until something holds", Icon = "rule", Group = "Waits")]
public sealed record WaitUntilTrue : WaitStep
{
    /// <summary>What must hold.</summary>
    [Required, Display(Name = "Conditions", Description = "What must hold for the customer to go on.")]
    public ConditionGroup? When { get; init; }

    /// <summary>The longest wait; then it leaves by <c>timedOut</c>.</summary>
    [Required, Display(Name = "At most", Description = "How long to wait at most, such as 7 days. Then the way “timed out” is taken.")]
    public Duration? Timeout { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ImmutableArray<string> Ports => Timed.Ports;

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => When?.References ?? [];

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (When is null) return StepOutcome.Skip("no conditions have been chosen");
        return When.Holds(c.Conditions) ? StepOutcome.Leave(because: "it holds already") : StepOutcome.WaitForEvent(NextLook(c));
    }

    /// <inheritdoc />
    public override StepOutcome? OnEvent(StepContext c, CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (When?.Holds(c.Conditions) == true) return StepOutcome.Leave();
        return NextLook(c) is var next && next == c.Run.DueAt ? null : StepOutcome.WaitForEvent(next);
    }

    /// <inheritdoc />
    public override StepOutcome OnDue(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (When?.Holds(c.Conditions) == true) return StepOutcome.Leave();
        return End(c) is { } end && c.Now < end ? StepOutcome.WaitForEvent(NextLook(c)) : StepOutcome.Leave(Timed.Out, "the time was up");
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

    private DateTimeOffset? End(StepContext c) => Timeout?.Reach(c.ArrivedAt);

    private DateTimeOffset? NextLook(StepContext c)
    {
        var end = End(c);
        return When?.MayTurnAt(c.Conditions) is { } turn && (end is null || turn < end) ? turn : end;
    }
}
