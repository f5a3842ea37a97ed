using System.Security.Claims;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>
/// One client of the hub and what it watches. Each watch has its own reader of the feed, so a client that reads slowly gets fewer messages
/// and holds up nobody else; at most one message of a topic is on its way to it.
/// </summary>
internal sealed class LiveConnection(
    HubCallerContext context, CompanyId company, string? keyHash, LiveFeed feed, IHubContext<LiveHub, ILiveClient> hub)
{
    /// <summary>Topics a connection may watch.</summary>
    public const int MostTopics = 50;

    private readonly Lock _membership = new();
    private readonly Dictionary<LiveTopic, LiveWatcher> _watchers = [];
    private bool _isOver;

    public string Id => context.ConnectionId;

    public ClaimsPrincipal User => context.User!;

    public CompanyId Company => company;

    /// <summary>The hash of the key it came in with; null when a person did, by cookie.</summary>
    public string? KeyHash => keyHash;

    /// <summary>Set when it was told that it is over: the line is cut at the next look, so that the word arrives.</summary>
    public bool IsToldToLeave { get; private set; }

    public IReadOnlyList<LiveTopic> Topics
    {
        get
        {
            lock (_membership) return [.. _watchers.Keys];
        }
    }

    public void Watch(LiveTopic topic)
    {
        LiveWatcher watcher;
        lock (_membership)
        {
            if (_isOver || _watchers.ContainsKey(topic)) return;
            if (_watchers.Count >= MostTopics)
                throw new LiveRefusedException(
                    $"A connection can watch at most {MostTopics} topics. Unwatch one, or open another connection.");
            _watchers.Add(topic, watcher = feed.Subscribe(topic));
        }

        _ = CarryAsync(watcher);
    }

    public void Unwatch(LiveTopic topic)
    {
        lock (_membership)
            if (_watchers.Remove(topic, out var watcher)) watcher.Dispose();
    }

    /// <summary>Takes a topic away, and says so.</summary>
    public Task EndAsync(LiveTopic topic, string because)
    {
        Unwatch(topic);
        return hub.Clients.Client(Id).Ended(new LiveEnd(LiveSubject.Word(topic.Kind), LiveSubject.SequenceOf(topic), because));
    }

    /// <summary>Takes everything away, and says so.</summary>
    public async Task EndAllAsync(string because)
    {
        IsToldToLeave = true;
        var topics = Topics;
        Close();
        foreach (var topic in topics) await EndAsync(topic, because);
    }

    /// <summary>The client is gone, or has to go: nothing is watched for it any more.</summary>
    public void Close()
    {
        lock (_membership)
        {
            _isOver = true;
            foreach (var watcher in _watchers.Values) watcher.Dispose();
            _watchers.Clear();
        }
    }

    /// <summary>Cuts the line.</summary>
    public void Abort() => context.Abort();

    private async Task CarryAsync(LiveWatcher watcher)
    {
        var (word, sequence) = (LiveSubject.Word(watcher.Topic.Kind), LiveSubject.SequenceOf(watcher.Topic));
        await foreach (var version in watcher.Changes.ReadAllAsync())
            await hub.Clients.Client(Id).Changed(new LiveChange(word, sequence, version));
    }
}
