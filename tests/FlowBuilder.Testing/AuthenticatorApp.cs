using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace FlowBuilder.Testing;

/// <summary>What runs on the phone (RFC 6238): shows the code that belongs to a typed key now.</summary>
public static class AuthenticatorApp
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The six digits, as spaced groups or small letters of the key do not matter.</summary>
    public static string CodeOf(string typedKey)
    {
        ArgumentNullException.ThrowIfNull(typedKey);
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm of the standard.
        var hash = HMACSHA1.HashData(Bytes(typedKey.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text)
        {
            (bits, count) = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), count + 5);
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}
