using FlowBuilder.Core.Model.Notifications;

namespace FlowBuilder.Application.Notifications;

/// <summary>A line in somebody's notifications.</summary>
/// <param name="Id">Of the notification.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Text">As it is read.</param>
/// <param name="At">When it happened last.</param>
/// <param name="IsRead">Whether it was looked at.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="Sequence">The sequence it is about.</param>
/// <param name="Review">The last review it is about.</param>
public sealed record NotificationLine(
    long Id, NotificationKind Kind, string Text, DateTimeOffset At, bool IsRead, int Count, Guid? Sequence, long? Review);
