using FlowBuilder.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace FlowBuilder.E2E.Speed;

/// <summary>A client of the live hub, as other programs are, that notes when it hears what.</summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(long Version, DateTimeOffset At)>> _heard = new() { ["counts"] = [], ["activity"] = [] };

    private Ear(HubConnection hub) => _hub = hub;

    public static async Task<Ear> ConnectAsync(Uri site, string key)
    {
        var ear = new Ear(new HubConnectionBuilder()
            .WithUrl(new Uri(site, "hubs/live"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(key)).Build());
        ear._hub.On<LiveChange>("Changed", change =>
        {
            var now = TimeProvider.System.GetUtcNow();
            lock (ear._gate) ear._heard[change.Topic].Add((change.Version, now));
        });
        await ear._hub.StartAsync(TestContext.Current.CancellationToken);
        return ear;
    }

    /// <summary>Watches the numbers of a sequence and the runs of the company, from the first change on.</summary>
    public async Task WatchAsync(string sequence)
    {
        foreach (var heard in _heard.Values) heard.Clear();
        await _hub.InvokeAsync("Watch", new { topic = "counts", sequence }, TestContext.Current.CancellationToken);
        await _hub.InvokeAsync("Watch", new { topic = "activity" }, TestContext.Current.CancellationToken);
    }

    public async Task UnwatchAsync(string sequence)
    {
        await _hub.InvokeAsync("Unwatch", new { topic = "counts", sequence }, TestContext.Current.CancellationToken);
        await _hub.InvokeAsync("Unwatch", new { topic = "activity" }, TestContext.Current.CancellationToken);
    }

    /// <summary>What was heard of a topic, in order.</summary>
    public IReadOnlyList<(long Version, DateTimeOffset At)> Heard(string topic)
    {
        lock (_gate) return [.. _heard[topic]];
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
