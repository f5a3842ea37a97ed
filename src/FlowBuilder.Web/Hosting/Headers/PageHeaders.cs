using System.Security.Cryptography;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Hosting.Headers;

/// <summary>
/// Security headers on every answer. Scripts come from files of ours alone; the import map is let through by a nonce. What the API answers
/// is of the company's customers: no store on the way keeps it.
/// </summary>
internal sealed class PageHeaders(RequestDelegate next, Installation installation, IHostEnvironment environment)
{
    /// <summary>A year, for names below ours too; told whenever people come by https, whatever
    /// stands between them and this program.</summary>
    private const string OnlySafely = "max-age=31536000; includeSubDomains";

    private const string NonceKey = "flowbuilder.nonce";

    /// <summary>The API reference starts itself by a script in its page and styles itself; it shows nothing of any company.</summary>
    private const string ReferencePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' "
            + "'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>The nonce of this answer, for the one inline script there is.</summary>
    public static string NonceOf(HttpContext http) => (string)http.Items[NonceKey]!;

    public Task InvokeAsync(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (installation.IsHttps && !environment.IsDevelopment()) headers.StrictTransportSecurity = OnlySafely;
        if (IsApi(http.Request.Path)) headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs/api", StringComparison.OrdinalIgnoreCase)
            ? ReferencePolicy
            : PolicyFor(nonce);
        return next(http);
    }

    private static bool IsApi(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase);

    /// <summary>MudBlazor sets styles inline; scripts never are.</summary>
    private static string PolicyFor(string nonce) =>
        $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + $"style-src 'self' 'unsafe-inline'; frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + $"frame-ancestors 'none'";
}
