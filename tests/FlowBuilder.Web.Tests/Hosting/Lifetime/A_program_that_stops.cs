using FlowBuilder.Web.Hosting.Lifetime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Lifetime;

public sealed class A_program_that_stops
{
    [Fact]
    public async Task Takes_nothing_new()
    {
        using var lifetime = new Lifetime();
        var entered = 0;
        var door = new ShutdownMiddleware(_ =>
        {
            entered++;
            return Task.CompletedTask;
        }, lifetime);
        var before = new DefaultHttpContext();
        await door.InvokeAsync(before);
        (entered, before.Response.StatusCode).ShouldBe((1, StatusCodes.Status200OK));

        lifetime.StopApplication();
        var after = new DefaultHttpContext();
        await door.InvokeAsync(after);
        (entered, after.Response.StatusCode).ShouldBe((1, StatusCodes.Status503ServiceUnavailable));
        (after.Response.Headers.RetryAfter.ToString(), after.Response.Headers.Connection.ToString()).ShouldBe(("1", "close"));
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
