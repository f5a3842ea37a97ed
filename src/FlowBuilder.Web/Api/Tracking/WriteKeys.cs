using System.Text;
using System.Text.Json;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Finds the write key of a call as Segment's clients send it: basic auth with the key as
/// user name, or <c>writeKey</c> in the body.</summary>
internal static class WriteKeys
{
    /// <summary>The key in the header; null when the header has none.</summary>
    public static string? InHeader(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header["Bearer ".Length..].Trim();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return header.Length == 0 ? null : "";
        var encoded = header["Basic ".Length..].Trim();
        var octets = new byte[encoded.Length];
        if (encoded.Length > 2 * KeyRing.MaxSecretLength || !Convert.TryFromBase64String(encoded, octets, out var length)) return "";
        var pair = Encoding.UTF8.GetString(octets, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? pair : pair[..colon];
    }

    /// <summary>The key in the body; null when it has none.</summary>
    public static string? InBody(JsonElement body) =>
        body.TryGetProperty("writeKey", out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;
}
