using System.Text;
using System.Text.Encodings.Web;
using FlowBuilder.Application.Lists;

namespace FlowBuilder.Web.Public;

/// <summary>A small page for customers: one message, perhaps a button. It loads nothing from anywhere and is not kept.</summary>
internal static class LinkPage
{
    internal static IResult Show(
        HttpContext http, string title, string words, string? button = null, string? action = null, int status = 200) =>
        Page(
            http, title, words,
            button is null
                ? ""
                : $"<form method=\"post\"><button name=\"do\" value=\"{HtmlEncoder.Default.Encode(action!)}\" "
                    + $"type=\"submit\">{HtmlEncoder.Default.Encode(button)}</button></form>",
            status);

    /// <summary>One message with a link out, which nothing follows by itself.</summary>
    internal static IResult ShowLink(HttpContext http, string title, string words, Uri target) =>
        Page(
            http, title, words,
            $"<p><a rel=\"noreferrer noopener nofollow\" href=\"{HtmlEncoder.Default.Encode(target.AbsoluteUri)}\">Continue to "
                + $"{HtmlEncoder.Default.Encode(target.IdnHost)}</a></p>",
            200);

    private static IResult Page(HttpContext http, string title, string words, string below, int status)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        var encode = HtmlEncoder.Default;
        var page = $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{encode.Encode(title)}}</title>
            <style>body{font:17px/1.5 system-ui,sans-serif;color:#1f2933;background:#f5f7f6;margin:0}main{max-width:32rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:12px}
            h1{font-size:1.4rem;margin-top:0}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:8px;background:#1b5e20;color:#fff;cursor:pointer}</style></head>
            <body><main><h1>{{encode.Encode(title)}}</h1><p>{{encode.Encode(words)}}</p>{{below}}</main></body></html>
            """;
        return Results.Content(page, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    internal static IResult NoSuchLink(HttpContext http) =>
        Show(
            http, "This link does not work", "It is incomplete or no longer valid. Please use the link in your latest message.",
            status: 404);
}
