using FlowBuilder.Core.Access;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Home;

/// <summary>What needs somebody's eye, live.</summary>
public sealed partial class HomePage : IDisposable
{
    private Caller? _caller;
    private IReadOnlyList<Matter> _matters = [];
    private LiveWatcher? _watcher;

    [Inject] private Desk Desk { get; set; } = default!;

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private ICompanyShelf Companies { get; set; } = default!;

    [Inject] private ProductClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (_watcher is not null || _caller is null) return;
        // Reviews, messages and notifications touch this topic; a paused sequence writes a notification.
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
        var caller = await Desk.FindCallerAsync();
        if (caller?.May(Right.SeeWork) == true)
        {
            await using var context = Desk.Open(caller);
            _matters = await Matters.ReadAsync(context, caller.Person?.Id, Companies.Find(caller.Company) is { HoldsSequences: true }, Clock.Now, CancellationToken.None);
        }

        _caller = caller;
    }
}
