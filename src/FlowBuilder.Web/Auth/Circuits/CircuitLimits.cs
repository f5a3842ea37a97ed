using System.Globalization;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>Configuration section <c>Circuits</c>: how many screens may be open at once. Each keeps about a megabyte in the program.</summary>
/// <param name="PerAccount">Of one sign-in. Default 10.</param>
/// <param name="PerAddress">From one network address: an IPv4 address, or the /64 of an IPv6 line. Default 30.</param>
/// <param name="InAll">Of everybody. Default 1,000.</param>
internal sealed record CircuitLimits(int PerAccount = 10, int PerAddress = 30, int InAll = 1_000)
{
    /// <summary>What is configured; as shipped where nothing is.</summary>
    /// <exception cref="SettingsException">A limit is no number, or out of its range.</exception>
    public static CircuitLimits Read(IConfiguration configuration)
    {
        var standard = new CircuitLimits();
        return new CircuitLimits(Number("PerAccount", standard.PerAccount), Number("PerAddress", standard.PerAddress), Number("InAll", standard.InAll));

        int Number(string name, int standing) => configuration[$"Circuits:{name}"] switch
        {
            null => standing,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 => number,
            var text => throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"Circuits:{name} is “{text}”, but must be a whole number from 1 to 100000. Change it, or remove it: then it is {standing}.")),
        };
    }
}
