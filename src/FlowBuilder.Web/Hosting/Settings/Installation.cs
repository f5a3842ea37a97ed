using FlowBuilder.Runtime.Links;

namespace FlowBuilder.Web.Hosting.Settings;

/// <summary>How this program was started, checked once before anything else.</summary>
/// <param name="PublicUrl">The address in links, without a slash at the end. Never taken from a Host header.</param>
/// <param name="Demo">The demo company and its well-known keys exist.</param>
/// <param name="Qa">The product clock can be moved.</param>
public sealed record Installation(Uri PublicUrl, bool Demo, bool Qa)
{
    /// <summary>Names the network that makes an address without TLS safe in Production.</summary>
    private const string BehindSetting = "Security:PlainHttpBehind";

    /// <summary>People reach this system over TLS.</summary>
    public bool IsHttps => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingsException">A setting is missing or not allowed here.</exception>
    public static Installation Read(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var qa = configuration.GetValue("Qa:Enabled", false);
        var demo = configuration.GetValue("Demo:Enabled", environment.IsDevelopment());
        if (environment.IsProduction() && qa)
            throw new SettingsException(
                "Qa:Enabled is true, but the clock of a production system cannot be moved. Remove Qa:Enabled, or start with --environment "
                    + "Staging.");
        if (environment.IsProduction() && demo)
            throw new SettingsException(
                "Demo:Enabled is true, but the demo company's keys are publicly known. Remove Demo:Enabled, or start with --environment "
                    + "Development.");
        if (environment.IsProduction()
            && configuration["AllowedHosts"] is { } hosts
            && (HostsIn(hosts).Length == 0 || HostsIn(hosts).Contains("*")))
            throw new SettingsException(
                "AllowedHosts accepts every host name, even a forged one. Name the hosts, such as AllowedHosts=flows.example.com, or "
                    + "remove the setting: then the host of PublicUrl counts.");
        var url = PublicUrlIn(configuration, environment);
        if (environment.IsProduction()
            && url.Scheme == Uri.UriSchemeHttp
            && !IsOnThisMachine(url)
            && string.IsNullOrWhiteSpace(configuration[BehindSetting]))
            throw new SettingsException(
                $"PublicUrl is {url.GetLeftPart(UriPartial.Authority)}, so passwords and customers' data would be sent unencrypted. Put "
                    + $"TLS in front and set PublicUrl=https://..., or, if people connect through a network that is already safe, name "
                    + $"it: {BehindSetting}=\"company VPN\".");
        return new Installation(url, demo, qa);
    }

    /// <summary>
    /// The Development environment trusts every host name, shows well-known users and keys, and needs no TLS. That is right on one's own
    /// machine and wrong anywhere else, so a database in which real people have sign-ins is not served in Development under an address
    /// that others can reach. Staging is the place to try things out with real people; Production is where they work.
    /// </summary>
    /// <param name="environment">How the program was started.</param>
    /// <param name="hasRealPeople">The database holds sign-ins that did not come with the demo.</param>
    /// <exception cref="SettingsException">This database must not be run like this.</exception>
    public void Check(IHostEnvironment environment, bool hasRealPeople)
    {
        if (environment.IsDevelopment() && hasRealPeople && !IsOnThisMachine(PublicUrl))
            throw new SettingsException(
                $"This database holds real people, and PublicUrl is {PublicUrl.GetLeftPart(UriPartial.Authority)}, but the program was "
                    + $"started in the Development environment, which is not safe there. Start with --environment Production, or set "
                    + $"PublicUrl to localhost.");
    }

    /// <summary>Hosts the program answers to: <c>AllowedHosts</c>, else outside Development the
    /// host of <see cref="PublicUrl"/> and the machine itself.</summary>
    public IReadOnlyList<string> AllowedHosts(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var configured = HostsIn(configuration["AllowedHosts"]);
        return configured.Length > 0 ? configured
            : environment.IsDevelopment() ? ["*"]
            : [PublicUrl.Host, "localhost", "127.0.0.1", "[::1]"];
    }

    private static string[] HostsIn(string? setting) =>
        setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsOnThisMachine(Uri address) =>
        address.IsLoopback || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static Uri PublicUrlIn(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() && !SiteAddress.IsSet(configuration))
            throw new SettingsException(
                "PublicUrl is not set. Links in emails need the address under which people reach this system, such as "
                    + "PublicUrl=https://flows.example.com.");
        return SiteAddress.Read(configuration)
            ?? throw new SettingsException(
                $"PublicUrl “{SiteAddress.Written(configuration)}” is not a web address. Write it like https://flows.example.com.");
    }
}
