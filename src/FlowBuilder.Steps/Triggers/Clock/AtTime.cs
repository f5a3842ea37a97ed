using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Clock;

/// <summary>One date and time, for every customer. Written without offset it is that time in each customer's own zone.</summary>
[Step("at-time", Title = "At a date and time", Icon = "schedule", Group = "Time")]
public sealed record AtTime : ClockTrigger
{
    /// <summary>When.</summary>
    [Required, Display(
        Name = "When", Description = "The date and time. Without an offset it is that time of day where each customer lives.")]
    public PointInTime? At { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override DateTimeOffset? OnlyAt => At is { Offset: not null } at ? at.Resolve(TimeZoneInfo.Utc) : null;

    /// <inheritdoc />
    public override IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (At?.Resolve(facts.Zone) is { } at && at > after) yield return new Moment(at);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        At is { } at ? $"it is {at.ToWords()}" : "it is a certain date and time (not yet chosen)";
}
