using FlowBuilder.Application.Keys;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>All keys there are: those of the configuration and those people made.</summary>
internal sealed class CompanyKeys(KeyRing configured, StoredKeys stored)
{
    /// <summary>The key a secret belongs to. What cannot be a key never reaches the database.</summary>
    public ValueTask<KeyFinding> FindAsync(string? secret, CancellationToken cancellation)
    {
        if (secret is not { Length: > 0 and <= KeyRing.MaxSecretLength }) return ValueTask.FromResult(KeyFinding.No(KeyFault.Unknown));
        var hash = KeyRing.Hash(secret);
        if (configured.FindByHash(hash) is { } key) return ValueTask.FromResult(KeyFinding.Of(key));
        if (!KeyText.LooksLikeOne(secret)) return ValueTask.FromResult(KeyFinding.No(KeyFault.Unknown));
        return KeyText.IsWhole(secret) ? stored.FindAsync(hash, cancellation) : ValueTask.FromResult(KeyFinding.No(KeyFault.Mistyped));
    }

    /// <summary>The key of a hash that was taken from a whole secret earlier.</summary>
    public ValueTask<KeyFinding> FindByHashAsync(string hash, CancellationToken cancellation) =>
        configured.FindByHash(hash) is { } key ? ValueTask.FromResult(KeyFinding.Of(key)) : stored.FindAsync(hash, cancellation);
}
