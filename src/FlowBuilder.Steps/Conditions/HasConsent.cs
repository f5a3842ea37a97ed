using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>
/// Marketing may go to the customer by a channel: email unless refused or unsubscribed, text only on explicit consent and without STOP. A no to the
/// address counts whoever said it, as it does when a message would leave.
/// </summary>
[Step("consent", Title = "Consent", Icon = "verified", Group = "Customers")]
public sealed record HasConsent : ConditionStep
{
    /// <summary>Email or text.</summary>
    [Required, Display(Name = "Channel", Description = "Whether marketing may be sent by email, or by text.")]
    public Channel? Channel { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Channel == Core.Model.Messages.Channel.Text
        ? Dependencies.OnField("sms_consent") with { Events = [EventNames.MessageReplied] }
        : Dependencies.OnField("email_consent") with { Events = [EventNames.Unsubscribed, EventNames.EmailBounced] };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        var consent = c.Facts.Customer.Consent;
        return Channel switch
        {
            Core.Model.Messages.Channel.Email => consent is { Email: not false, Unsubscribed: false } && IsFree(c.Facts, Core.Model.Messages.Channel.Email),
            Core.Model.Messages.Channel.Text => consent is { Text: true, TextStopped: false } && IsFree(c.Facts, Core.Model.Messages.Channel.Text),
            _ => false,
        };
    }

    private static bool IsFree(Facts facts, Channel channel) => SendPolicy.Suppressed(facts.StandingOf(channel), channel, Purpose.Marketing, toEmployee: false) is null;

    /// <inheritdoc />
    public override string Sentence(Names names) => $"the customer {(Not ? "does not agree" : "agrees")} to {Channel switch
    {
        Core.Model.Messages.Channel.Email => "emails",
        Core.Model.Messages.Channel.Text => "texts",
        _ => "messages (channel not yet chosen)",
    }}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Channel is Core.Model.Messages.Channel.Webhook) yield return new("channel", "Nobody consents to a webhook. Choose email or text.");
    }
}
