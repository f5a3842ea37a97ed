using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Waits;

/// <summary>Waits until a date and time. Written without offset it is that time in the customer's
/// own zone. Past already: goes on at once.</summary>
[Step("wait-until", Title = "Wait until a date and time", Icon = "event", Group = "Waits")]
public sealed record WaitUntil : WaitStep
{
    /// <summary>When.</summary>
    [Required, Display(
        Name = "Until", Description = "The date and time. Without an offset it is that time of day where the customer lives.")]
    public PointInTime? At { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override WaitTarget? Target => At is { Offset: not null } at ? new WaitTarget(null, At: at.Resolve(TimeZoneInfo.Utc)) : null;

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (At?.Resolve(c.Zone) is not { } at) return StepOutcome.Skip("no date has been chosen");
        return at > c.Now ? StepOutcome.Wait(at) : StepOutcome.Leave(because: "that time had already passed");
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => $"wait until {At?.ToWords() ?? "a date (not yet chosen)"}";
}
