using FlowBuilder.Core.Model.Notifications;

namespace FlowBuilder.Application.Notifications;

/// <summary>Which kinds of notifications somebody gets by email too: one bit for each.</summary>
public static class EmailedKinds
{
    /// <summary>Where nobody has chosen: what waits for this very person.</summary>
    public static int Default { get; } =
        Of([NotificationKind.ReviewAsked, NotificationKind.ReviewExpiring, NotificationKind.ReviewEscalated]);

    public static int Of(IEnumerable<NotificationKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.Aggregate(0, (bits, kind) => bits | (1 << (int)kind));
    }

    public static bool Has(int? chosen, NotificationKind kind) => ((chosen ?? Default) & (1 << (int)kind)) != 0;
}
