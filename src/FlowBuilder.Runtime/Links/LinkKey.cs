using System.Security.Cryptography;
using System.Text;

namespace FlowBuilder.Runtime.Links;

/// <summary>
/// The installation's secret behind links in messages and the companies' webhook secrets. It must outlive restarts: a new one breaks
/// every link that was ever sent. Keys for one use are derived from it, so that none can stand for another.
/// </summary>
public sealed class LinkKey
{
    /// <summary>Length of the secret in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _secret;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public LinkKey(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length != Length) throw new ArgumentException("The secret must have 32 bytes.", nameof(secret));
        _secret = [.. secret];
    }

    /// <summary>A key of 32 bytes for one use; the same whenever asked.</summary>
    public byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Length, info: Encoding.UTF8.GetBytes(use));

    /// <summary>A new random secret, to be stored.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(Length);
}
