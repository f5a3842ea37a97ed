using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>What became of a message of this very run: the newest one that the step sent.</summary>
[Step("message-state", Title = "Status of a message", Icon = "mark_email_read", Group = "Messages")]
public sealed record MessageStateIs : ConditionStep
{
    /// <summary>The message step, by its place in the drawing.</summary>
    [NamesNode, Required, StringLength(40), Display(Name = "Step", Description = "The step of this sequence that sends the message.")]
    public string? Step { get; init; }

    /// <summary>What it must be.</summary>
    [Required, Display(Name = "State", Description = "The status it must have, such as sent, opened or clicked.")]
    public MessageFate? State { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn =>
        new() { OnRuns = true, Events = [EventNames.EmailOpened, EventNames.LinkClicked, EventNames.EmailBounced] };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        if (Step is null || State is not { } fate || c.Run is not { } run) return false;
        var message = c.Facts.Messages.FindLast(one => one.Enrollment == run.Id && one.Node == Step);
        return message is not null && fate switch
        {
            MessageFate.Opened => message.OpenedAt is not null || message.ClickedAt is not null,
            MessageFate.Clicked => message.ClickedAt is not null,
            MessageFate.Bounced => message.BouncedAt is not null || HasDiedSince(c.Facts, message),
            _ => message.State.ToString() == fate.ToString(),
        };
    }

    /// <summary>A bounce is about the address: one of any later message, to whoever holds it, says
    /// that this one went nowhere either, unless it was opened.</summary>
    private static bool HasDiedSince(Facts facts, Message message) =>
        message is { SentAt: { } sent, OpenedAt: null, ClickedAt: null, To.Length: > 0 }
        && facts.StandingOf(message.Channel, message.To).Holding(SuppressionReason.Bounced) is { } bounced
        && bounced.At >= sent;

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"the message of {names.Node(Step)} {(Not ? "is not" : "is")} {State?.ToString().ToLowerInvariant() ?? "…"}";
}

/// <summary>What can become of a message: its states, and what the customer did with it. Clicked counts as opened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageFate>))]
public enum MessageFate
{
    /// <summary>Not yet handed over.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>Being handed over.</summary>
    [JsonStringEnumMemberName("sending")] Sending,

    /// <summary>The channel took it.</summary>
    [JsonStringEnumMemberName("sent")] Sent,

    /// <summary>Not sent, for a reason such as no consent.</summary>
    [JsonStringEnumMemberName("skipped")] Skipped,

    /// <summary>Not sent, and not tried again.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    /// <summary>It may have been sent or not: a person decides.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Taken back before it left.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>The customer opened it, or clicked in it.</summary>
    [JsonStringEnumMemberName("opened")] Opened,

    /// <summary>The customer clicked a link in it.</summary>
    [JsonStringEnumMemberName("clicked")] Clicked,

    /// <summary>It came back, or a later one to the same address did and this one was never opened.</summary>
    [JsonStringEnumMemberName("bounced")] Bounced,
}
