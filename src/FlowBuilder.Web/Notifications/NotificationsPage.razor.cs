using FlowBuilder.Core.Access;
using FlowBuilder.Core.Notifications;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FlowBuilder.Web.Notifications;

/// <summary>One's notifications, live.</summary>
public sealed partial class NotificationsPage : IDisposable
{
    private IReadOnlyList<NotificationLine>? _lines;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private Caller? _caller;
    private LiveWatcher? _watcher;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private YourNotifications Yours { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_watcher is not null || _caller is null) return;
        _watcher = Feed.Follow(LiveTopic.Attention(_caller.Company), () => InvokeAsync(AgainAsync));
    }

    public void Dispose() => _watcher?.Dispose();

    private async Task AgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _caller = await Desk.EnterAsync(Right.SeeWork);
        _zone = Companies.Find(_caller.Company)?.Zone ?? TimeZoneInfo.Utc;
        _lines = await Yours.ReadAsync(_caller, CancellationToken.None);
    }

    private async Task MarkAsync(long? id)
    {
        await Yours.MarkReadAsync(await Desk.EnterAsync(Right.SeeWork), id, CancellationToken.None);
        await ReadAsync();
    }

    private static string IconOf(NotificationKind kind) => kind switch
    {
        NotificationKind.ReviewWaiting or NotificationKind.ReviewBack => Icons.Material.Outlined.FactCheck,
        NotificationKind.ReviewAsked => Icons.Material.Outlined.QuestionAnswer,
        NotificationKind.ReviewExpiring or NotificationKind.ReviewEscalated => Icons.Material.Outlined.Alarm,
        NotificationKind.MessageUnknown => Icons.Material.Outlined.HelpOutline,
        NotificationKind.MessageFailed or NotificationKind.EnrollmentFailed => Icons.Material.Outlined.ErrorOutline,
        NotificationKind.SequencePaused => Icons.Material.Outlined.PauseCircle,
        _ => Icons.Material.Outlined.Notifications,
    };
}
