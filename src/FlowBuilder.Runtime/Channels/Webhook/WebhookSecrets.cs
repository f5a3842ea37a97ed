using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Links;

namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>Secrets that sign webhooks, one per company, and the signature itself (Standard
/// Webhooks, https://www.standardwebhooks.com).</summary>
public sealed class WebhookSecrets(LinkKey key)
{
    /// <summary>What the receiver is given to check signatures with: <c>whsec_</c> and base64.</summary>
    public string Of(CompanyId company) => $"whsec_{Convert.ToBase64String(KeyOf(company))}";

    /// <summary>The header <c>webhook-signature</c> for a call.</summary>
    /// <param name="secret">A secret as <see cref="Of"/> gives it.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="seconds">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body exactly as sent.</param>
    public static string Sign(string secret, string id, long seconds, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var head = Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{seconds}."));
        byte[] signed = [.. head, .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed))}";
    }

    private byte[] KeyOf(CompanyId company) => key.For($"webhooks/1/{company}");
}
