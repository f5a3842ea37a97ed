using FlowBuilder.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Settings;

public sealed class An_installation_is_checked_at_start
{
    [Theory]
    [InlineData("Production", "Qa:Enabled", "true", "Qa:Enabled")]
    [InlineData("Production", "Demo:Enabled", "true", "Demo:Enabled")]
    [InlineData("Production", "PublicUrl", "", "PublicUrl")]
    [InlineData("Production", "AllowedHosts", "*", "AllowedHosts")]
    [InlineData("Production", "AllowedHosts", "flows.example.com; * ", "AllowedHosts")]
    [InlineData("Production", "AllowedHosts", "", "AllowedHosts")]
    [InlineData("Production", "AllowedHosts", " ;", "AllowedHosts")]
    [InlineData("Production", "PublicUrl", "http://flows.example.com", "Security:PlainHttpBehind")]
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
    public void Production_is_reached_without_TLS_only_by_a_network_that_is_named_or_from_the_machine_itself()
    {
        Read("Production", ("PublicUrl", "http://flows.example.com"), ("Security:PlainHttpBehind", "company VPN")).IsHttps.ShouldBeFalse();
        Read("Production", ("PublicUrl", "http://localhost:5080")).IsHttps.ShouldBeFalse();
    }

    [Fact]
    public void Production_answers_only_to_its_own_name()
    {
        var installation = Read("Production", ("PublicUrl", "https://flows.example.com/"));
        installation.Demo.ShouldBeFalse();
        installation
            .AllowedHosts(Configuration(), new Surroundings("Production"))
            .ShouldBe(["flows.example.com", "localhost", "127.0.0.1", "[::1]"]);
    }

    [Theory]
    [InlineData("Development", "https://flows.example.com", true, false)]
    [InlineData("Development", "http://192.168.1.20:5080", true, false)]
    [InlineData("Development", "https://flows.example.com", false, true)]
    [InlineData("Development", "http://localhost:5080", true, true)]
    [InlineData("Development", "http://127.0.0.1:5080", true, true)]
    [InlineData("Development", "http://[::1]:5080", true, true)]
    [InlineData("Staging", "https://flows.example.com", true, true)]
    [InlineData("Production", "https://flows.example.com", true, true)]
    public void Real_people_are_not_served_in_Development_where_others_reach_it(
        string environment, string address, bool realPeople, bool may)
    {
        var installation = Read(environment, ("PublicUrl", address), ("Demo:Enabled", "false"));
        if (may) installation.Check(new Surroundings(environment), realPeople);
        else
            Should.Throw<SettingsException>(() => installation.Check(new Surroundings(environment), realPeople)).Message
                .ShouldContain("real people");
    }

    [Fact]
    public void Named_hosts_are_taken_in_Production() =>
        Read("Production", ("AllowedHosts", "flows.example.com;*.flows.example.com"))
            .AllowedHosts(Configuration(("AllowedHosts", "flows.example.com;*.flows.example.com")), new Surroundings("Production"))
            .ShouldBe(["flows.example.com", "*.flows.example.com"]);

    private static Installation Read(string environment, params (string, string?)[] settings) =>
        Installation.Read(Configuration([("PublicUrl", "https://flows.example.com"), .. settings]), new Surroundings(environment));

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(pair => pair.Key)
                .ToDictionary(group => group.Key, group => group.Last().Value)).Build();

    private sealed record Surroundings(string EnvironmentName) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = EnvironmentName;

        public string ApplicationName { get; set; } = "FlowBuilder";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
