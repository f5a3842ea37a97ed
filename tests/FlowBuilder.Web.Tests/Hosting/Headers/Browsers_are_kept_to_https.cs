using System.Net;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Headers;

/// <summary>Outside Development a browser comes by nothing but https again, when that is how people
/// reach the installation: what stands between, trusted or not, has no say.</summary>
public sealed class Browsers_are_kept_to_https : IDisposable
{
    private readonly ApiHost _host = new();
    private readonly WebApplicationFactory<Program> _production;

    public Browsers_are_kept_to_https() => _production = _host.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
        .UseSetting("Qa:Enabled", "false")
        .UseSetting("Demo:Enabled", "false")
        .UseSetting("PublicUrl", "https://flows.example.com/")
        .UseSetting("AllowedHosts", "flows.example.com")
        .UseSetting("Security:TrustedProxies:0", "10.0.0.5").UseSetting("Security:TrustedProxies:1", "10.1.0.0/16"));

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("https", "198.51.100.7", null)]
    [InlineData("http", "198.51.100.7", null)]
    [InlineData("http", "10.0.0.5", "https")]
    [InlineData("http", "10.0.0.6", "https")]
    [InlineData("https", "10.0.0.5", "http")]
    public async Task For_a_year_and_for_the_names_below_it(string scheme, string from, string? forwarded) =>
        (await AskAsync(_production, scheme, from, forwarded)).ShouldBe("max-age=31536000; includeSubDomains");

    [Fact]
    public async Task Not_where_people_come_by_http()
    {
        using var plain = _host.WithWebHostBuilder(
            builder => builder.UseEnvironment("Production").UseSetting("Qa:Enabled", "false").UseSetting("Demo:Enabled", "false")
                .UseSetting("PublicUrl", "http://flows.example.com")
                .UseSetting("AllowedHosts", "flows.example.com")
                .UseSetting("Security:PlainHttpBehind", "the company's VPN"));
        (await AskAsync(plain, "http", "198.51.100.7", null)).ShouldBe("");
    }

    [Fact]
    public async Task Not_in_development() => (await AskAsync(_host, "https", "198.51.100.7", null)).ShouldBe("");

    private static async Task<string> AskAsync(WebApplicationFactory<Program> host, string scheme, string from, string? forwarded)
    {
        var answer = await host.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Scheme, http.Request.Host) =
                ("GET", "/health/live", scheme, new("flows.example.com"));
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            if (forwarded is not null)
                (http.Request.Headers["X-Forwarded-Proto"], http.Request.Headers["X-Forwarded-For"]) = (forwarded, "203.0.113.9");
        }, TestContext.Current.CancellationToken);
        answer.Response.StatusCode.ShouldBe(200);
        return answer.Response.Headers.StrictTransportSecurity.ToString();
    }
}
