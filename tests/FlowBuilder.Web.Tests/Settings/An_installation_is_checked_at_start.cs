using FlowBuilder.Web.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace FlowBuilder.Web.Tests.Settings;

public sealed class An_installation_is_checked_at_start
{
    [Theory]
    [InlineData("Production", "Qa:Enabled", "true", "Qa:Enabled")]
    [InlineData("Production", "Demo:Enabled", "true", "Demo:Enabled")]
    [InlineData("Production", "PublicUrl", "", "PublicUrl")]
    [InlineData("Staging", "PublicUrl", "", "PublicUrl")]
    [InlineData("Development", "PublicUrl", "ftp://x", "PublicUrl")]
    [InlineData("Development", "PublicUrl", "flows.example.com", "PublicUrl")]
    public void What_is_not_allowed_is_named(string environment, string key, string value, string named) =>
        Should.Throw<SettingsException>(() => Read(environment, (key, value))).Message.ShouldContain(named);

    [Fact]
    public void Development_needs_nothing()
    {
        var installation = Read("Development", ("PublicUrl", null));
        installation.ShouldBe(new Installation(new Uri("http://localhost:5080"), Demo: true, Qa: false));
        installation.AllowedHosts(Configuration(), new Surroundings("Development")).ShouldBe(["*"]);
    }

    [Fact]
    public void Production_answers_only_to_its_own_name()
    {
        var installation = Read("Production", ("PublicUrl", "https://flows.example.com/"));
        installation.Demo.ShouldBeFalse();
        installation.AllowedHosts(Configuration(), new Surroundings("Production")).ShouldBe(["flows.example.com", "localhost", "127.0.0.1", "[::1]"]);
    }

    private static Installation Read(string environment, params (string, string?)[] settings) =>
        Installation.Read(Configuration([("PublicUrl", "https://flows.example.com"), .. settings]), new Surroundings(environment));

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value)).Build();

    private sealed record Surroundings(string EnvironmentName) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = EnvironmentName;

        public string ApplicationName { get; set; } = "FlowBuilder";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
