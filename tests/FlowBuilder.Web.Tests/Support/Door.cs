using System.Net.Http.Headers;
using System.Text;
using FlowBuilder.Application.Engine;
using FlowBuilder.Runtime.Intake;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>The web program with a recording inbox behind it and an engine that does nothing.</summary>
public sealed class Door : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly TestFolder _folder = new();

    public Door()
        : this(new Dictionary<string, string>())
    {
    }

    internal Door(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    public RecordingIntake Intake { get; } = new();

    public QuietEngine Engine { get; } = new();

    /// <summary>A client that sends events with the demo write key.</summary>
    public HttpClient Sender(string writeKey = "demo-write")
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{writeKey}:")));
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        _folder.Configure(builder, ("demo-write", 1, "demo", ["ingest"]), ("demo-manage", 1, "demo-api", ["read", "manage", "approve"]));
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IIntake>(Intake);
            services.AddSingleton<IEngine>(Engine);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _folder.Dispose();
    }
}
