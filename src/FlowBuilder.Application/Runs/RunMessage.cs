using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Runs;

/// <summary>A message of a run, without its words.</summary>
public sealed record RunMessage(
    long Id, Channel Channel, string To, string? Subject, MessageState State, string? Because, DateTimeOffset? SentAt,
    DateTimeOffset? OpenedAt, DateTimeOffset? ClickedAt, DateTimeOffset? BouncedAt);
