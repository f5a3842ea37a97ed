using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Home;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Mending;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Home;

/// <summary>What needs somebody's eye, live.</summary>
public sealed partial class HomePage : IDisposable
{
    private readonly ScreenSubscriptions _watching = new();
    private Caller? _caller;
    private IReadOnlyList<AttentionItem> _matters = [];

    [Inject] private ScreenSession ScreenSession { get; set; } = default!;

    [Inject] public required Attention Attention { get; set; }

    [Inject] public required ParkedInputReader SetAside { get; set; }

    [Inject] private LiveFeed Feed { get; set; } = default!;

    [Inject] private ICompanyCache Companies { get; set; } = default!;

    [Inject] private ProductClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        // Reviews, messages and notifications touch this topic; a paused sequence writes a notification. Watched before it is read: what changes in between is not missed.
        if (RendererInfo.IsInteractive && await ScreenSession.FindCallerAsync() is { } caller)
            _watching.Begin(Feed.Follow(LiveTopic.Attention(caller.Company), () => InvokeAsync(AgainAsync), DispatchExceptionAsync));
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
        var caller = await ScreenSession.FindCallerAsync();
        if (caller?.May(Right.SeeWork) == true)
        {
            _matters = Matters.Of(await Attention.ReadAsync(caller.Company, caller.Person?.Id, Companies.Find(caller.Company) is { HoldsSequences: true }, Clock.Now, CancellationToken.None));
            if (caller.May(Right.MendWork) && Matters.SetAside(await SetAside.CountAsync(caller.Company, CancellationToken.None)) is { } broken) _matters = [.. _matters, broken];
        }

        _caller = caller;
    }
}
