using FlowBuilder.Web.Settings;

namespace FlowBuilder.Web.Accounts;

/// <summary>How long people stay signed in.</summary>
/// <param name="Longest">However often a browser is used, after so long it is asked to sign in again: <c>Security:LongestSession</c>, an hour to a year. Default 30 days.</param>
internal sealed record SessionOptions(TimeSpan Longest)
{
    private const string Setting = "Security:LongestSession";

    /// <exception cref="SettingsException">The setting is no time, or not between an hour and a year.</exception>
    public static SessionOptions Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text) return new SessionOptions(TimeSpan.FromDays(30));
        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var longest) && longest >= TimeSpan.FromHours(1) && longest <= TimeSpan.FromDays(366)
            ? new SessionOptions(longest)
            : throw new SettingsException($"{Setting} is “{text}”. Write a time between an hour and a year, such as 30.00:00:00 for 30 days.");
    }
}
