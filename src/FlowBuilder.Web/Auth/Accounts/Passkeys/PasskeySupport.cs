using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Accounts.Passkeys;

/// <summary>Whether browsers can keep passkeys for this installation: they belong to a domain, and
/// only over TLS or on one's own machine.</summary>
internal static class PasskeySupport
{
    public const int LongestName = 60;

    public static bool IsPossible(Installation installation) =>
        installation.PublicUrl.HostNameType == UriHostNameType.Dns && (installation.IsHttps || installation.PublicUrl.Host == "localhost");
}
