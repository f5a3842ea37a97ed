using FlowBuilder.Application.Accounts;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Reads how long people stay signed in: <c>Security:LongestSession</c>, an hour to a year.</summary>
internal static class SessionSettings
{
    /// <exception cref="SettingsException">The setting is no time, or not between an hour and a year.</exception>
    public static SessionLimits Read(IConfiguration configuration) => new(SettingRanges.LongestSession.Read(configuration));
}
