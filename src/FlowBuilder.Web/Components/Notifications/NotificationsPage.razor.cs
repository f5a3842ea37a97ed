using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Web.Components.Elements;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Notifications;

/// <summary>One's notifications, live.</summary>
public sealed partial class NotificationsPage
{
    private IReadOnlyList<NotificationLine>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    [Inject] public required ICompanyCache Companies { get; set; }

    [Inject] public required YourNotifications Yours { get; set; }

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Attention(caller.Company)];

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var caller = await EnterAsync(Right.SeeWork);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _lines = await Yours.ReadAsync(caller, Ended);
    }

    private async Task MarkAsync(long? id)
    {
        await Yours.MarkReadAsync(await EnterAsync(Right.SeeWork), id, Uninterrupted.Token);
        await ReadAsync();
    }

    private static string IconOf(NotificationKind kind) => kind switch
    {
        NotificationKind.ReviewWaiting or NotificationKind.ReviewBack => Icons.Material.Outlined.FactCheck,
        NotificationKind.ReviewAsked => Icons.Material.Outlined.QuestionAnswer,
        NotificationKind.ReviewExpiring or NotificationKind.ReviewEscalated => Icons.Material.Outlined.Alarm,
        NotificationKind.LimitReached => Icons.Material.Outlined.Inventory2,
        NotificationKind.MessageUnknown => Icons.Material.Outlined.HelpOutline,
        NotificationKind.MessageFailed or NotificationKind.EnrollmentFailed => Icons.Material.Outlined.ErrorOutline,
        NotificationKind.SequencePaused => Icons.Material.Outlined.PauseCircle,
        NotificationKind.FromSequence => Icons.Material.Outlined.Notifications,
    };
}
