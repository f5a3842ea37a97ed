using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FlowBuilder.Web.Components.Notifications;

/// <summary>Watches one's notifications.</summary>
public sealed partial class Bell : IDisposable
{
    private readonly ScreenSubscriptions _watching = new();
    private Caller? _caller;
    private int _unread;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private YourNotifications Yours { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Authentication;
        // Watched before it is read: what changes in between is not missed.
        if (RendererInfo.IsInteractive && !_watching.HasBegun && await ScreenSession.FindCallerAsync() is { } caller)
            _watching.Begin(Feed.Follow(LiveTopic.Attention(caller.Company), () => InvokeAsync(AgainAsync), DispatchExceptionAsync));
        await CountAsync();
    }

    public void Dispose() => _watching.Dispose();

    private async Task AgainAsync()
    {
        await CountAsync();
        StateHasChanged();
    }

    private async Task CountAsync()
    {
        _caller = await ScreenSession.FindCallerAsync();
        _unread = _caller is { Person: not null } caller ? await Yours.UnreadAsync(caller, CancellationToken.None) : 0;
    }
}
