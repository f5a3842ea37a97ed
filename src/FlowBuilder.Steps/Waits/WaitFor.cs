using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>Waits for a while, as elapsed time: a day is 24 hours, whatever the clocks do.</summary>
[Step("wait-for", Title = "Wait for a while", Icon = "timer", Group = "Waits")]
public sealed record WaitFor : WaitStep
{
    /// <summary>How long; at most three years.</summary>
    [Required, Display(Name = "How long", Description = "How long to wait, such as 2 days or 90 minutes.")]
    public Duration? Duration { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Duration AtLeast => Duration is { IsNegative: false } length ? length : default;

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (Duration is not { } length) return StepOutcome.Skip("no time to wait has been chosen");
        return length.Reach(c.ArrivedAt) is var until && until > c.Now ? StepOutcome.Wait(until) : StepOutcome.Leave();
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"wait {Duration?.ToWords() ?? "some time (not yet chosen)"}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Length(Duration, "duration", "how long to wait");
}
