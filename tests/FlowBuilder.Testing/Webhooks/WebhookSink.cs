using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Testing.Webhooks;

/// <summary>Takes webhooks on loopback and answers by script.</summary>
public sealed class WebhookSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<TakenCall> _taken = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();

    private WebhookSink(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Every call that came.</summary>
    public IReadOnlyList<TakenCall> Taken => [.. _taken];

    /// <summary>How the next call is answered; without any it is 204.</summary>
    public void AnswerNext(Func<HttpContext, Task> answer) => _next.Enqueue(answer);

    /// <summary>The next call is answered with this status.</summary>
    public void AnswerNext(int status) => AnswerNext(http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>Begins to listen on a free port.</summary>
    public static async Task<WebhookSink> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var sink = new WebhookSink(app);
        app.Run(sink.TakeAsync);
        await app.StartAsync(cancellation);
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _taken.Enqueue(new TakenCall(
            http.Request.Path,
            http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body.ToArray()));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (_next.TryDequeue(out var answer)) await answer(http);
    }
}

/// <summary>A webhook as it came; header names in lower case.</summary>
public sealed record TakenCall(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);
