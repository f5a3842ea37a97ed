using System.Net;
using System.Threading.Channels;
using FlowBuilder.Web.Live;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Live;

/// <summary>The program on a real port, and clients of its hub as others would write them.</summary>
internal static class LiveRig
{
    /// <summary>How long a test waits for what must come; far longer than it takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Uri Start(this ApiHost host)
    {
        host.UseKestrel(0);
        host.StartServer();
        return host.ClientOptions.BaseAddress;
    }

    /// <summary>A client with a key.</summary>
    public static async Task<LiveEars> ConnectAsync(Uri host, string key)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(host, LiveHub.Address), options => options.AccessTokenProvider = () => Task.FromResult<string?>(key)).Build();
        return await LiveEars.StartAsync(hub);
    }

    /// <summary>A client in a browser in which somebody is signed in.</summary>
    public static async Task<LiveEars> ConnectAsync(ApiHost host, Uri address, string role, int company = 1, string? origin = null)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address
        };
        await People.SignInAsync(browser, await People.HireAsync(host.Services, $"{role}-{company}", role, company));
        var hub = new HubConnectionBuilder().WithUrl(new Uri(address, LiveHub.Address), options =>
        {
            options.Cookies = cookies;
            if (origin is not null) options.Headers["Origin"] = origin;
        }).Build();
        return await LiveEars.StartAsync(hub);
    }

    /// <summary>Waits for something to become true.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!isSo()) await Task.Delay(20, patience.Token);
    }

    public static T Get<T>(this ApiHost host)
        where T : notnull => host.Services.GetRequiredService<T>();
}

/// <summary>A connection and what it has heard.</summary>
internal sealed class LiveEars : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly Channel<LiveChange> _changes = Channel.CreateUnbounded<LiveChange>();
    private readonly Channel<LiveEnd> _ends = Channel.CreateUnbounded<LiveEnd>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveEars(HubConnection hub)
    {
        _hub = hub;
        hub.On<LiveChange>("Changed", change => _changes.Writer.TryWrite(change));
        hub.On<LiveEnd>("Ended", end => _ends.Writer.TryWrite(end));
        hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public static async Task<LiveEars> StartAsync(HubConnection hub)
    {
        var ears = new LiveEars(hub);
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return ears;
    }

    /// <summary>What was heard and not taken yet.</summary>
    public int Unheard => _changes.Reader.Count;

    public Task WatchAsync(string topic, string? sequence = null) =>
        _hub.InvokeAsync("Watch", new { topic, sequence }, TestContext.Current.CancellationToken);

    public Task UnwatchAsync(string topic, string? sequence = null) =>
        _hub.InvokeAsync("Unwatch", new { topic, sequence }, TestContext.Current.CancellationToken);

    public Task SendAsync(string method, object argument) => _hub.InvokeAsync(method, argument, TestContext.Current.CancellationToken);

    public async Task<LiveChange> ChangeAsync() =>
        await _changes.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(LiveRig.Patience);

    public async Task<LiveEnd> EndAsync() =>
        await _ends.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(LiveRig.Patience);

    public Task ClosedAsync() => _closed.Task.WaitAsync(LiveRig.Patience, TestContext.Current.CancellationToken);

    /// <summary>The words with which a watch is refused.</summary>
    public async Task<string> RefusedAsync(string topic, string? sequence = null)
    {
        var refusal = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => WatchAsync(topic, sequence));
        return refusal.Message;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
