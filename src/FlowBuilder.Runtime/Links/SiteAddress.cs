using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Runtime.Links;

/// <summary>The address under which people reach the program: read in one place for links in
/// messages and for the program's own checks.</summary>
public static class SiteAddress
{
    public const string Setting = "PublicUrl";

    /// <summary>Where the program listens by default.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>Hosts that say “wherever I am” to a listener and nothing to whoever reads a link.</summary>
    private static readonly string[] Anywhere = ["*", "+", "[::]", "0.0.0.0"];

    /// <summary>Whether somebody has said it.</summary>
    public static bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration?[Setting]);

    /// <summary><c>PublicUrl</c>, else the first of <c>Urls</c> with this machine's name, else
    /// <see cref="Default"/>; without a slash at the end.</summary>
    /// <returns>Null when what was written is no web address, or one with a query or a password.</returns>
    public static Uri? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Uri.TryCreate(Written(configuration).TrimEnd('/'), UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.Query.Length == 0
            && url.UserInfo.Length == 0
            ? url
            : null;
    }

    /// <summary>What <see cref="Read"/> reads.</summary>
    public static string Written(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (IsSet(configuration)) return configuration[Setting]!;
        var listens = configuration["Urls"]?.Split(';')[0];
        return string.IsNullOrWhiteSpace(listens)
            ? Default
            : Anywhere.Aggregate(listens, static (text, host) => text.Replace($"//{host}", "//localhost", StringComparison.Ordinal));
    }
}
