using System.Threading.Channels;
using FlowBuilder.Application.Live;

namespace FlowBuilder.Runtime.Progress;

/// <summary>One who watches a topic.</summary>
public sealed class LiveWatcher : IDisposable
{
    private readonly LiveFeed _feed;

    /// <summary>Holds one word at most: “it has changed” said twice is said once.</summary>
    private readonly Channel<long> _changes =
        Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private long _version;
    private volatile bool _isOver;

    internal LiveWatcher(LiveFeed feed, LiveTopic topic) => (_feed, Topic) = (feed, topic);

    public LiveTopic Topic { get; }

    /// <summary>A growing number for each change told of; ends when the watcher is disposed of.</summary>
    public ChannelReader<long> Changes => _changes.Reader;

    /// <summary>Whether nothing is watched any more.</summary>
    internal bool IsOver => _isOver;

    /// <inheritdoc />
    public void Dispose()
    {
        _isOver = true;
        _feed.End(this);
        _changes.Writer.TryComplete();
    }

    internal void Tell() => _changes.Writer.TryWrite(Interlocked.Increment(ref _version));
}
