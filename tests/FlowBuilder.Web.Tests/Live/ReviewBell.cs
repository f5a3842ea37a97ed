using System.Net.Http.Headers;
using Microsoft.AspNetCore.SignalR.Client;

namespace WallBoard;

/// <summary>Calls back with the review queue, now and whenever it changes.</summary>
public sealed class ReviewBell : IAsyncDisposable
{
    private readonly HttpClient _api = new();
    private readonly HubConnection _live;
    private readonly Func<string, Task> _show;

    public ReviewBell(Uri host, string key, Func<string, Task> show)
    {
        _show = show;
        _api.BaseAddress = host;
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _live = new HubConnectionBuilder()
            .WithUrl(new Uri(host, "/hubs/live"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(key))
            .WithAutomaticReconnect()
            .Build();
        _live.On<Change>("Changed", _ => ReadAsync());
        _live.On<End>("Ended", end => _show($"No more news: {end.Because}"));
        _live.Reconnected += _ => BeginAsync();
    }

    public async Task StartAsync()
    {
        await _live.StartAsync();
        await BeginAsync();
    }

    private async Task BeginAsync()
    {
        await _live.InvokeAsync("Watch", new { topic = "reviews" });
        await ReadAsync();
    }

    private async Task ReadAsync() => await _show(await _api.GetStringAsync(new Uri("/api/v1/reviews", UriKind.Relative)));

    public async ValueTask DisposeAsync()
    {
        await _live.DisposeAsync();
        _api.Dispose();
    }

    public sealed record Change(string Topic, Guid? Sequence, long Version);

    public sealed record End(string Topic, Guid? Sequence, string Because);
}
