using FlowBuilder.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Canvas.Tests.Sample;

/// <summary>The smallest Blazor Server program with a canvas in it, on a port of its own.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleHost(WebApplication app, SampleDrawing drawing) => (_app, Drawing) = (app, drawing);

    public SampleDrawing Drawing { get; }

    public int Port =>
        new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<SampleHost> StartAsync((CanvasNode[] Nodes, CanvasEdge[] Edges) drawing)
    {
        var folder = Path.Combine(Repository.Root, "tests", "FlowBuilder.Canvas.Tests");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SampleHost).Assembly.GetName().Name, EnvironmentName = "Development", ContentRootPath = folder
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        var sample = new SampleDrawing();
        sample.Draw(drawing.Nodes, drawing.Edges);
        builder.Services.AddSingleton(sample);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits => circuits.DetailedErrors = true);
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<SampleApp>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return new SampleHost(app, sample);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
