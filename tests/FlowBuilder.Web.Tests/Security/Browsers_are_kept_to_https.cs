using System.Net;
using FlowBuilder.Web.Tests.Doubles;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace FlowBuilder.Web.Tests.Security;

/// <summary>Outside Development a browser that came by https comes by nothing else again; whether it did, only a trusted proxy may say.</summary>
public sealed class Browsers_are_kept_to_https : IDisposable
{
    private readonly ApiHost _host = new();
    private readonly WebApplicationFactory<Program> _production;

    public Browsers_are_kept_to_https() => _production = _host.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
        .UseSetting("Qa:Enabled", "false").UseSetting("Demo:Enabled", "false").UseSetting("PublicUrl", "https://flows.example.com/").UseSetting("AllowedHosts", "flows.example.com")
        .UseSetting("Security:TrustedProxies:0", "10.0.0.5").UseSetting("Security:TrustedProxies:1", "10.1.0.0/16"));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("https", "198.51.100.7", null, true)]
    [InlineData("http", "198.51.100.7", null, false)]
    [InlineData("http", "10.0.0.5", "https", true)]
    [InlineData("http", "10.1.200.3", "https", true)]
    [InlineData("http", "10.0.0.6", "https", false)]
    [InlineData("http", "198.51.100.7", "https", false)]
    [InlineData("https", "10.0.0.5", "http", false)]
    public async Task By_the_scheme_that_a_trusted_word_says(string scheme, string from, string? forwarded, bool kept) =>
        (await AskAsync(_production, scheme, from, forwarded)).ShouldBe(kept ? "max-age=2592000" : "");

    [Fact]
    public async Task Not_in_development() => (await AskAsync(_host, "https", "198.51.100.7", null)).ShouldBe("");

    private static async Task<string> AskAsync(WebApplicationFactory<Program> host, string scheme, string from, string? forwarded)
    {
        var answer = await host.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Scheme, http.Request.Host) = ("GET", "/health/live", scheme, new("flows.example.com"));
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            if (forwarded is not null) (http.Request.Headers["X-Forwarded-Proto"], http.Request.Headers["X-Forwarded-For"]) = (forwarded, "203.0.113.9");
        }, TestContext.Current.CancellationToken);
        answer.Response.StatusCode.ShouldBe(200);
        return answer.Response.Headers.StrictTransportSecurity.ToString();
    }
}
