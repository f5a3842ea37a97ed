using System.Security.Cryptography;
using System.Text;

namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>The provider's signature on its calls to us (https://www.twilio.com/docs/usage/security#validating-requests).</summary>
public static class TextSignature
{
    /// <summary>HMAC-SHA1 over the address and the sorted parameters, in base64.</summary>
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var text = new StringBuilder(url);
        foreach (var (name, value) in parameters.OrderBy(one => one.Key, StringComparer.Ordinal)
            .ThenBy(one => one.Value, StringComparer.Ordinal))
            text.Append(name).Append(value);
#pragma warning disable CA5350 // The provider's scheme; HMAC is not harmed by SHA-1's collisions.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>Whether a call carries the right signature; compared in constant time.</summary>
    public static bool Verify(string token, string url, IEnumerable<KeyValuePair<string, string>> parameters, string? signature) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(token, url, parameters)), Encoding.UTF8.GetBytes(signature));
}
