using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Triggers.Messages;

/// <summary>The customer answers an email or a text.</summary>
[Step("reply-received", Title = "Reply received", Icon = "reply", Group = "Messages")]
public sealed record ReplyReceived : TriggerStep
{
    /// <summary>Only by this channel; null: any.</summary>
    [Display(Name = "Channel", Description = "Only replies by email, or only by text. Leave empty for either.")]
    public Channel? Channel { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> ListensTo => [EventNames.MessageReplied];

    /// <inheritdoc />
    public override bool Answers(CustomerEvent happened, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Channel is not { } channel
            || string.Equals(happened.Properties.Text("channel"), channel.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public override string Sentence(Names names) => Channel is { } channel && ChannelInfo.Of(channel) is { Address: not null, Name: var by }
        ? $"the customer replies by {by}"
        : "the customer replies";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Channel is { } channel && ChannelInfo.Of(channel).Address is null)
            yield return new("channel", "Webhooks do not get replies. Choose email or text.");
    }
}
