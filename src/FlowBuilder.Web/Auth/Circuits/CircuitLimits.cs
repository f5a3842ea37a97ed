using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>Configuration section <c>Circuits</c>: how many screens may be open at once. Each keeps
/// about a megabyte in the program.</summary>
/// <param name="PerAccount">Of one sign-in. Default 10.</param>
/// <param name="PerAddress">From one network address: an IPv4 address, or the /64 of an IPv6 line. Default 30.</param>
/// <param name="InAll">Of everybody. Default 1,000.</param>
internal sealed record CircuitLimits(int PerAccount = 10, int PerAddress = 30, int InAll = 1_000)
{
    /// <summary>What is configured; as shipped where nothing is.</summary>
    /// <exception cref="SettingsException">A limit is no number, or out of its range.</exception>
    public static CircuitLimits Read(IConfiguration configuration) => new(
        SettingRanges.ScreensPerAccount.Read(configuration), SettingRanges.ScreensPerAddress.Read(configuration),
        SettingRanges.ScreensInAll.Read(configuration));
}
