using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FlowBuilder.Web.Components.Notifications;

/// <summary>Watches one's notifications.</summary>
public sealed partial class Bell
{
    private Caller? _caller;
    private int _unread;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject] public required YourNotifications Yours { get; set; }

    /// <inheritdoc />
    protected override IEnumerable<LiveTopic> TopicsOf(Caller caller) => [LiveTopic.Attention(caller.Company)];

    /// <inheritdoc />
    protected override Task BeginAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        await Authentication;
        // Somebody who was in no company at first may be in one by now.
        await FollowAsync();
        await ReadAsync();
    }

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        _caller = await FindCallerAsync();
        _unread = _caller is { Person: not null } caller ? await Yours.UnreadAsync(caller, Ended) : 0;
    }
}
