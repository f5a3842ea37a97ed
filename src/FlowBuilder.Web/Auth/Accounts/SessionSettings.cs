using FlowBuilder.Application.Accounts;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Reads how long people stay signed in: <c>Security:LongestSession</c>, an hour to a year.</summary>
internal static class SessionSettings
{
    private const string Setting = "Security:LongestSession";

    /// <exception cref="SettingsException">The setting is no time, or not between an hour and a year.</exception>
    public static SessionLimits Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } text) return new SessionLimits(TimeSpan.FromDays(30));
        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var longest) && longest >= TimeSpan.FromHours(1) && longest <= TimeSpan.FromDays(366)
            ? new SessionLimits(longest)
            : throw new SettingsException($"{Setting} is “{text}”. Write a time between an hour and a year, such as 30.00:00:00 for 30 days.");
    }
}
