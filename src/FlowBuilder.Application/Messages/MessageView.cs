using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Messages;

/// <summary>One message of the out-tray.</summary>
/// <param name="EffectKey">Names the effect for ever, whatever the attempt.</param>
/// <param name="Because">Why it is put off, skipped, failed, unknown or cancelled, in plain words.</param>
/// <param name="Attempts">Attempts begun.</param>
/// <param name="DueAt">Before which it is not tried.</param>
public sealed record MessageView(
    string Id, Channel Channel, string? Customer, string? Enrollment, string? Sequence, string? Node, Purpose Purpose, string? Template,
    string To, string? Subject, string Text, string? Html,
    MessageState State, string? Because, string EffectKey, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? DueAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? OpenedAt, DateTimeOffset? ClickedAt, DateTimeOffset? BouncedAt);
