using System.Net.Http.Headers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Demo;

/// <summary>The program as its start command starts it: demo company and its keys, here with the QA
/// clock and, if given, a mail server.</summary>
internal sealed class DemoHost(TestFolder folder, int? smtpPort = null) : WebApplicationFactory<Program>
{
    public IEngine Engine => Services.GetRequiredService<IEngine>();

    public Client Manager()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoKeys.Manage);
        return new Client(client);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        folder.Configure(builder);
        builder.UseSetting("Demo:Enabled", "true").UseSetting("Qa:Enabled", "true");
        if (smtpPort is { } port) builder.UseSetting("Email:Smtp:Host", "127.0.0.1").UseSetting("Email:Smtp:Port", $"{port}");
    }
}
