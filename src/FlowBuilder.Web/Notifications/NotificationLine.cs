using FlowBuilder.Core.Model.Notifications;

namespace FlowBuilder.Web.Notifications;

/// <summary>A line in somebody's notifications.</summary>
internal sealed record NotificationLine(long Id, NotificationKind Kind, string Text, DateTimeOffset At, bool IsRead, string Address);
