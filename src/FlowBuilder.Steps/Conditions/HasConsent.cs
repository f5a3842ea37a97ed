using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>
/// Marketing may go to the customer by a channel: email unless refused or unsubscribed, text only on explicit consent and without STOP. A
/// no to the address counts whoever said it, as it does when a message would leave.
/// </summary>
[Step("consent", Title = "Consent", Icon = "verified", Group = "Customers")]
public sealed record HasConsent : ConditionStep
{
    /// <summary>Email or text.</summary>
    [Required, Display(Name = "Channel", Description = "Whether marketing can be sent by email, or by text.")]
    public Channel? Channel { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => (Asked ?? ChannelInfo.Of(Core.Model.Messages.Channel.Email)).Consent is { } consent
        ? Dependencies.OnField(consent.Trait) with { Events = [.. consent.ChangedBy] }
        : Dependencies.None;

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c) =>
        Asked is { Consent: { } consent } asked && consent.Allows(c.Facts.Customer.Consent) && IsFree(c.Facts, asked.Channel);

    /// <summary>The chosen channel, if people can consent to it.</summary>
    private ChannelInfo? Asked => Channel is { } channel && ChannelInfo.Of(channel) is { Consent: not null } asked ? asked : null;

    private static bool IsFree(Facts facts, Channel channel) =>
        SendPolicy.Suppressed(facts.StandingOf(channel), channel, Purpose.Marketing, toEmployee: false) is null;

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the customer {(Not ? "does not agree" : "agrees")} to {Asked?.Many ?? "messages (channel not yet chosen)"}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check()
    {
        if (Channel is not null && Asked is null) yield return new("channel", "Webhooks do not need consent. Choose email or text.");
    }
}
