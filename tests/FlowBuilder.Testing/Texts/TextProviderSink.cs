using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Testing.Texts;

/// <summary>A text provider for tests, on loopback, that speaks as much of Twilio's Messages API as we use. Answers by script.</summary>
public sealed class TextProviderSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<TakenText> _taken = new();
    private readonly ConcurrentQueue<TextReply> _next = new();

    private TextProviderSink(WebApplication app) => _app = app;

    /// <summary>What to put under <c>Text:BaseAddress</c>.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Every call that came, refused ones included.</summary>
    public IReadOnlyList<TakenText> Taken => [.. _taken];

    /// <summary>How the next call is answered; without any it is taken.</summary>
    public void AnswerNext(TextReply reply) => _next.Enqueue(reply);

    /// <summary>Begins to listen on a free port.</summary>
    public static async Task<TextProviderSink> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var sink = new TextProviderSink(app);
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", sink.TakeAsync);
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
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var login = Encoding.UTF8.GetString(Convert.FromBase64String(http.Request.Headers.Authorization.ToString()["Basic ".Length..]));
        var text = new TakenText(
            (string)http.Request.RouteValues["account"]!, login, form["To"]!, form["From"], form["MessagingServiceSid"], form["Body"]!,
            form["StatusCallback"]);
        _taken.Enqueue(text);
        if (!_next.TryDequeue(out var reply)) reply = new TextReply(201, $$"""{"sid":"SM{{_taken.Count}}","status":"queued"}""");
        if (reply.Drop)
        {
            http.Abort();
            return;
        }

        if (reply.After is { } wait) await wait.WaitAsync(http.RequestAborted);
        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(reply.Body, http.RequestAborted);
    }
}

/// <summary>A call to the text provider.</summary>
public sealed record TakenText(string Account, string Login, string To, string? From, string? Service, string Body, string? StatusCallback);

/// <summary>How the text provider answers: at once, or <paramref name="After"/> something, or by hanging up.</summary>
public sealed record TextReply(int Status, string Body = "{}", int? RetryAfter = null, bool Drop = false, Task? After = null)
{
    /// <summary>An error as Twilio writes it.</summary>
    public static TextReply Error(int status, int code) =>
        new(status, $$"""{"code":{{code}},"message":"Error {{code}}","status":{{status}}}""");
}
