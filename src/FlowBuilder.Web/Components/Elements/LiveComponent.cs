using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Web.Components.Elements;

/// <summary>
/// A screen that follows what happens. It watches before it reads, so that nothing is missed in between; it reads again each time it is
/// told that something has changed (the feed gathers what comes close together, and tells of the next change only when it has been read);
/// and whatever it watches ends with it. What goes wrong while it reads again is shown by the page's error boundary.
/// </summary>
public abstract class LiveComponent : ScreenComponent
{
    private readonly ScreenSubscriptions _watching = new();

    [Inject] public required LiveFeed Feed { get; set; }

    /// <summary>What is followed from the beginning; nothing for a screen that first has to learn
    /// what it is about, see <see cref="Follow"/>.</summary>
    protected virtual IEnumerable<LiveTopic> TopicsOf(Caller caller) => [];

    /// <summary>Reads what is shown; it is drawn afterwards. Done first by <see cref="BeginAsync"/>, then for each change.</summary>
    protected abstract Task ReadAsync();

    /// <summary>The first reading. A screen whose address says what it shows reads when its
    /// parameters are set instead, and does nothing here.</summary>
    protected virtual Task BeginAsync() => ReadAsync();

    /// <summary>Something that is followed has changed.</summary>
    protected virtual async Task AgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    /// <inheritdoc />
    protected sealed override async Task OnInitializedAsync()
    {
        await FollowAsync();
        await BeginAsync();
    }

    /// <summary>Begins to follow <see cref="TopicsOf"/>, once, where there is a circuit and somebody is signed in.</summary>
    protected async Task FollowAsync()
    {
        if (!RendererInfo.IsInteractive || _watching.HasBegun || await FindCallerAsync() is not { } caller) return;
        foreach (var topic in TopicsOf(caller)) Follow(topic, AgainAsync);
    }

    /// <summary>Follows one topic more until the screen goes. To be called before that is read which it tells of.</summary>
    protected void Follow(LiveTopic topic, Func<Task> changed) =>
        Keep(Feed.Follow(
            topic, () => InvokeAsync(() => Ended.IsCancellationRequested ? Task.CompletedTask : changed()), DispatchExceptionAsync));

    /// <summary>Keeps something that is watched, or seen by others, until the screen goes.</summary>
    protected void Keep(IDisposable one) => _watching.Begin(one);

    /// <summary>Ends it before the screen goes.</summary>
    protected void End(IDisposable? one) => _watching.End(one);

    private protected sealed override void Unwatch() => _watching.Dispose();
}
