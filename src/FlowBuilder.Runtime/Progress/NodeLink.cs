using System.Collections.Concurrent;
using System.Threading.Channels;
using FlowBuilder.Application.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace FlowBuilder.Runtime.Progress;

/// <summary>
/// Carries news between nodes: what was touched on one node is told on all. Only topics travel, gathered for <see cref="Gathering"/>; what
/// a topic is now each node reads from the tables. Without a server, or while it is away, everybody
/// looks again every <see cref="Rereading"/>.
/// </summary>
public sealed class NodeLink : BackgroundService
{
    /// <summary>How often watchers look again when nobody tells them.</summary>
    public static readonly TimeSpan Rereading = TimeSpan.FromSeconds(3);

    /// <summary>How long topics are gathered after the first one left.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    private static readonly RedisChannel Line = RedisChannel.Literal("flowbuilder:live");

    private readonly LiveFeed _feed;
    private readonly NodeLinkOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<NodeLink> _log;
    private readonly Guid _node = Guid.NewGuid();
    private readonly ConcurrentDictionary<LiveTopic, bool> _outgoing = [];
    private readonly Channel<bool> _bell =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private volatile IConnectionMultiplexer? _redis;

    /// <summary>Made by the program.</summary>
    public NodeLink(LiveFeed feed, NodeLinkOptions options, TimeProvider clock, ILogger<NodeLink> log) =>
        (_feed, _options, _clock, _log) = (feed, options, clock, log);

    /// <summary>How news reach the screens of this node.</summary>
    public LiveReach Reach => _options.Redis is null
        ? _options.SeveralNodes ? LiveReach.Rereading : LiveReach.OneNode
        : _redis is { IsConnected: true } ? LiveReach.Redis : LiveReach.RedisAway;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Reach == LiveReach.OneNode) return;
        var looking = LookAgainAsync(stoppingToken);
        if (_options.Redis is { } redis) await CarryAsync(redis, stoppingToken);
        await looking;
    }

    private async Task LookAgainAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Rereading, _clock);
        while (await NextAsync(timer, stopping))
            if (Reach != LiveReach.Redis) _feed.HearAll();
    }

    private async Task CarryAsync(ConfigurationOptions options, CancellationToken stopping)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        redis.ConnectionRestored += (_, _) => _feed.HearAll();
        redis.ConnectionFailed += (_, failed) => _log.LogWarning(
            "The Redis server cannot be reached ({Kind}): live screens refresh every {Seconds} seconds until it is back.",
            failed.FailureType, Rereading.TotalSeconds);
        var line = redis.GetSubscriber();
        await ListenAsync(line);
        _redis = redis;
        _feed.Beyond = Note;
        try
        {
            while (await _bell.Reader.WaitToReadAsync(stopping))
            {
                _bell.Reader.TryRead(out _);
                await TellAsync(redis, line);
                await Task.Delay(Gathering, _clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _log.LogDebug("The link to other nodes ends with the program.");
        }
        finally
        {
            (_feed.Beyond, _redis) = (null, null);
        }
    }

    private void Note(LiveTopic topic)
    {
        if (_outgoing.TryAdd(topic, true)) _bell.Writer.TryWrite(true);
    }

    private async Task ListenAsync(ISubscriber line)
    {
        try
        {
            await line.SubscribeAsync(Line, (_, news) => Hear(news));
        }
        catch (RedisException away)
        {
            // Asked for again by the library itself as soon as the server is there.
            _log.LogWarning("The Redis server cannot be reached yet: {Words}", away.Message);
        }
    }

    private async Task TellAsync(IConnectionMultiplexer redis, ISubscriber line)
    {
        var topics = _outgoing.Keys.ToList();
        foreach (var topic in topics) _outgoing.TryRemove(topic, out _);
        if (!redis.IsConnected) return;
        try
        {
            foreach (var topic in topics) await line.PublishAsync(Line, LiveNews.Write(_node, topic), CommandFlags.FireAndForget);
        }
        catch (RedisException away)
        {
            _log.LogDebug(away, "News could not be carried; the others look again by themselves.");
        }
    }

    private void Hear(RedisValue news)
    {
        if (LiveNews.Read(news.ToString()) is { } told && told.Node != _node) _feed.Hear(told.Topic);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
