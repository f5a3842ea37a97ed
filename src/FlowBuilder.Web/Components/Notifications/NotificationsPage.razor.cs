using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Components.Notifications;

/// <summary>One's notifications, live.</summary>
public sealed partial class NotificationsPage : IDisposable
{
    private readonly ScreenSubscriptions _watching = new();
    private IReadOnlyList<NotificationLine>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private ICompanyCache Companies { get; set; } = default!;

    [Inject] private YourNotifications Yours { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await ScreenSession.EnterAsync(Right.SeeWork);
        // Watched before it is read: what changes in between is not missed.
        if (RendererInfo.IsInteractive) _watching.Begin(Feed.Follow(LiveTopic.Attention(caller.Company), () => InvokeAsync(AgainAsync), DispatchExceptionAsync));
        await ReadAsync();
    }

    public void Dispose() => _watching.Dispose();

    private async Task AgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var caller = await ScreenSession.EnterAsync(Right.SeeWork);
        _zone = Companies.Find(caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _lines = await Yours.ReadAsync(caller, CancellationToken.None);
    }

    private async Task MarkAsync(long? id)
    {
        await Yours.MarkReadAsync(await ScreenSession.EnterAsync(Right.SeeWork), id, CancellationToken.None);
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
