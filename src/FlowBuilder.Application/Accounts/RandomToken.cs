using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FlowBuilder.Application.Accounts;

/// <summary>Secrets in links: 256 random bits, in letters that an address takes as they are.</summary>
public static class RandomToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Hexadecimal SHA-256: all that is kept of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether two tokens are the same, in a time that tells nothing of how far they agree.</summary>
    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
