using System.Buffers.Text;
using System.Text;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Identity's tokens, which hold characters an address does not take, as parts of links.</summary>
internal static class UrlToken
{
    public static string Write(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    /// <summary>The token; null when the link was not made here.</summary>
    public static string? Read(string? written) =>
        !string.IsNullOrEmpty(written) && Base64Url.IsValid(written) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(written)) : null;
}
