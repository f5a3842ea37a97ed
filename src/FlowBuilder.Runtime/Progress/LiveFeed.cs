using System.Collections.Concurrent;
using FlowBuilder.Application.Live;

namespace FlowBuilder.Runtime.Progress;

/// <summary>
/// Tells watchers that something they look at has changed; what it is now they read from the tables. So a lost or joined message costs
/// freshness, never truth. The first change of a topic goes out at once, those that follow are gathered for <see cref="LiveTopic.Rest"/>.
/// A topic nobody watches costs one look into a dictionary.
/// </summary>
public sealed class LiveFeed(TimeProvider clock) : ILiveFeed
{
    private readonly ConcurrentDictionary<LiveTopic, Watch> _watches = [];
    private readonly Lock _membership = new();

    /// <summary>Begins to watch. Dispose of the watcher to end it.</summary>
    public LiveWatcher Subscribe(LiveTopic topic)
    {
        var watcher = new LiveWatcher(this, topic);
        lock (_membership)
        {
            var watch = _watches.GetOrAdd(topic, static (one, clock) => new Watch(one, clock), clock);
            watch.Watchers = [.. watch.Watchers, watcher];
        }

        return watcher;
    }

    /// <summary>Watches, and does something for each change, one after the other. Dispose of the watcher to end it.</summary>
    /// <param name="topic">What to watch.</param>
    /// <param name="changed">What to do; a screen goes to its own thread in it.</param>
    /// <param name="failed">Told when <paramref name="changed"/> throws while it is watched;
    /// nothing is followed any more then. A screen hands it to its error boundary.</param>
    public LiveWatcher Follow(LiveTopic topic, Func<Task> changed, Func<Exception, Task> failed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentNullException.ThrowIfNull(failed);
        var watcher = Subscribe(topic);
        _ = FollowAsync(watcher, changed, failed);
        return watcher;
    }

    /// <summary>Something of the topic has changed. Never waits.</summary>
    public void Touch(LiveTopic topic)
    {
        Hear(topic);
        Beyond?.Invoke(topic);
    }

    /// <summary>How many watch a topic.</summary>
    public int WatchersOf(LiveTopic topic) => _watches.TryGetValue(topic, out var watch) ? watch.Watchers.Length : 0;

    /// <summary>How many watch anything.</summary>
    public int Watchers => _watches.Values.Sum(watch => watch.Watchers.Length);

    /// <summary>Told of what changed in this process, to carry it to other nodes. Must not wait.</summary>
    internal Action<LiveTopic>? Beyond { get; set; }

    /// <summary>Something of the topic has changed, here or on another node.</summary>
    internal void Hear(LiveTopic topic)
    {
        if (_watches.TryGetValue(topic, out var watch)) watch.Touch();
    }

    /// <summary>News from elsewhere may have been missed: everybody shall look again.</summary>
    internal void HearAll()
    {
        foreach (var watch in _watches.Values) watch.Touch();
    }

    private static async Task FollowAsync(LiveWatcher watcher, Func<Task> changed, Func<Exception, Task> failed)
    {
        try
        {
            await foreach (var _ in watcher.Changes.ReadAllAsync()) await changed();
        }
        // Whoever has left in the middle of it need not know.
        catch (Exception fault) when (!watcher.IsOver)
        {
            watcher.Dispose();
            await failed(fault);
        }
    }

    internal void End(LiveWatcher watcher)
    {
        lock (_membership)
        {
            if (!_watches.TryGetValue(watcher.Topic, out var watch)) return;
            watch.Watchers = [.. watch.Watchers.Where(one => one != watcher)];
            if (watch.Watchers.Length == 0) _watches.TryRemove(watcher.Topic, out _);
        }
    }

    /// <summary>One topic. Rested: a change goes out at once. Resting: a change is remembered and
    /// goes out when the rest is over, and the rest begins anew.</summary>
    private sealed class Watch(LiveTopic topic, TimeProvider clock)
    {
        private readonly Lock _pace = new();
        private ITimer? _rest;
        private bool _missed;

        /// <summary>Replaced as a whole, so that telling needs no lock.</summary>
        public volatile LiveWatcher[] Watchers = [];

        public void Touch()
        {
            lock (_pace)
            {
                if (_rest is not null)
                {
                    _missed = true;
                    return;
                }

                Rest();
            }

            Tell();
        }

        private void Rested()
        {
            lock (_pace)
            {
                _rest?.Dispose();
                _rest = null;
                if (!_missed) return;
                _missed = false;
                Rest();
            }

            Tell();
        }

        private void Rest() =>
            _rest = clock.CreateTimer(static watch => ((Watch)watch!).Rested(), this, topic.Rest, Timeout.InfiniteTimeSpan);

        private void Tell()
        {
            foreach (var watcher in Watchers) watcher.Tell();
        }
    }
}
