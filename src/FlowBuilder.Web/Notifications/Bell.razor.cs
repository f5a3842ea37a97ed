using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FlowBuilder.Web.Notifications;

/// <summary>Watches one's notifications.</summary>
public sealed partial class Bell : IDisposable
{
    private Caller? _caller;
    private int _unread;
    private LiveWatcher? _watcher;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private YourNotifications Yours { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Authentication;
        await CountAsync();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_watcher is not null || _caller is null) return;
        _watcher = Feed.Follow(LiveTopic.Attention(_caller.Company), () => InvokeAsync(AgainAsync));
    }

    public void Dispose() => _watcher?.Dispose();

    private async Task AgainAsync()
    {
        await CountAsync();
        StateHasChanged();
    }

    private async Task CountAsync()
    {
        _caller = await Desk.FindCallerAsync();
        _unread = _caller is { Person: not null } caller ? await Yours.UnreadAsync(caller, CancellationToken.None) : 0;
    }
}
