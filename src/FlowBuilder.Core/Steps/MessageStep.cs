using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Steps;

/// <summary>An action that hands a message to a channel; it is done only when the channel has answered.</summary>
public abstract record MessageStep : ActionStep
{
    /// <summary>What to do when the message finally fails. Default: go on.</summary>
    [Display(Name = "If it cannot be sent", Description = "Continue with the next step, or end the sequence for this customer.")]
    public OnFailure OnFailure { get; init; }

    /// <summary>What to do when the message is left out on purpose (no address, no consent, cancelled):
    /// left out is not sent. Default: go on. <i>stop</i> covers a failure too.</summary>
    [Display(
        Name = "If it is skipped",
        Description = "When there is no address or consent, or someone canceled it: continue with the next step, or end the sequence for "
            + "this customer (then also when it cannot be sent).")]
    public OnSkipped OnSkipped { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override bool Tidies => false;
}

/// <summary>What follows a message that finally failed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OnFailure>))]
public enum OnFailure
{
    [JsonStringEnumMemberName("continue")] Continue,
    [JsonStringEnumMemberName("stop")] Stop,
}

/// <summary>What follows a message that was left out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OnSkipped>))]
public enum OnSkipped
{
    [JsonStringEnumMemberName("continue")] Continue,
    [JsonStringEnumMemberName("stop")] Stop,
}
