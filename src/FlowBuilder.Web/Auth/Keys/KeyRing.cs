using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>The keys of the configuration, found by the hash of their secret. They live as long as the process.</summary>
public sealed class KeyRing
{
    /// <summary>Longer secrets are never hashed.</summary>
    public const int MaxSecretLength = 200;

    private readonly FrozenDictionary<string, CompanyKey> _byHash;

    private KeyRing(FrozenDictionary<string, CompanyKey> byHash) => _byHash = byHash;

    /// <summary>Makes the ring from configuration.</summary>
    /// <param name="configured">The list <c>Keys</c>.</param>
    /// <param name="withDemoKeys">Whether the demo company's keys exist too.</param>
    /// <exception cref="InvalidOperationException">An entry is incomplete or doubled; the message names it and says what to do.</exception>
    public static KeyRing Of(IEnumerable<KeyOptions> configured, bool withDemoKeys)
    {
        ArgumentNullException.ThrowIfNull(configured);
        var byHash = new Dictionary<string, CompanyKey>(StringComparer.Ordinal);
        foreach (var (settings, index) in configured.Select((settings, index) => (settings, index)))
            if (!byHash.TryAdd(HashIn(settings, index), KeyIn(settings, index)))
                throw Wrong(index, "has the same Sha256 as another key. Give every key its own secret.");
        if (withDemoKeys)
            foreach (var (secret, key) in DemoKeys.All) byHash[Hash(secret)] = key;
        return new KeyRing(byHash.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The key a secret belongs to; null when there is none.</summary>
    public CompanyKey? Find(string? secret) =>
        secret is { Length: > 0 and <= MaxSecretLength } && _byHash.TryGetValue(Hash(secret), out var key) ? key : null;

    internal CompanyKey? FindByHash(string hash) => _byHash.GetValueOrDefault(hash);

    /// <summary>SHA-256 over the UTF-8 bytes, lower-case hex, as configured in <see cref="KeyOptions.Sha256"/>.</summary>
    public static string Hash(string secret) => KeyText.Hash(secret);

    private static string HashIn(KeyOptions settings, int index) =>
        settings.Sha256.Length == 64 && settings.Sha256.All(char.IsAsciiHexDigit)
            ? settings.Sha256.ToLowerInvariant()
            : throw Wrong(index, "needs Sha256: the SHA-256 of the secret as 64 hexadecimal digits.");

    private static CompanyKey KeyIn(KeyOptions settings, int index)
    {
        if (string.IsNullOrWhiteSpace(settings.Name)) throw Wrong(index, "needs a Name.");
        if (settings.Company <= 0) throw Wrong(index, "needs Company: the number of the company it belongs to.");
        var scopes = KeyScopes.None;
        foreach (var scope in settings.Scopes)
            scopes |= !int.TryParse(scope, out _) && Enum.TryParse<KeyScopes>(scope, ignoreCase: true, out var known)
                ? known
                : throw Wrong(index, $"has the unknown scope “{scope}”. Use ingest, browser, read, manage or approve.");
        if (scopes.HasFlag(KeyScopes.Browser)) scopes |= KeyScopes.Ingest;
        if (scopes.HasFlag(KeyScopes.Browser) && scopes != (KeyScopes.Ingest | KeyScopes.Browser))
            throw Wrong(index, "is a browser key with other scopes. A key in the code of a page can only send events.");
        return scopes == KeyScopes.None
            ? throw Wrong(index, "needs Scopes: ingest, read, manage, approve or several of them.")
            : new CompanyKey(
                settings.Name, new CompanyId(settings.Company),
                string.IsNullOrWhiteSpace(settings.Source) ? settings.Name : settings.Source, scopes);
    }

    private static InvalidOperationException Wrong(int index, string what) => new($"Keys:{index} {what}");
}
