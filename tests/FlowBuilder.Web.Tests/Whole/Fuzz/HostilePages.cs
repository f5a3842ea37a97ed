using System.Reflection;
using System.Text;
using FlowBuilder.Web.Tests.Auth.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace FlowBuilder.Web.Tests.Whole.Fuzz;

/// <summary>Requests to everything that is no API: pages, downloads, links in messages, sign-in, files, hubs.</summary>
/// <param name="values">Where odd things come from.</param>
/// <param name="routes">All routes.</param>
/// <param name="cookie">Of somebody who is signed in.</param>
/// <param name="token">What a form of theirs carries.</param>
internal sealed class HostilePages(HostileValues values, IReadOnlyList<RouteEndpoint> routes, string cookie, string token)
{
    private static readonly string[] Methods =
    [
        "GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "FOO", "get", "PROPFIND"
    ];
    private static readonly string[] Headers =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-None-Match", "If-Modified-Since", "Referer", "Origin",
        "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-HTTP-Method-Override", "Cookie", "User-Agent", "Upgrade", "Expect",
        "Authorization", "X-Correlation-Id", "traceparent", "Content-Language", "DNT"
    ];
    private static readonly string[] Elsewhere =
    [
        "/", "//", "/..", "/%2e%2e/%2e%2e/etc/passwd", "/.git/config", "/favicon.ico", "/app.css", "/_framework/blazor.web.js",
        "/_content/MudBlazor/MudBlazor.min.css", "/%", "/\\", "/%00", "/a%0d%0ab", "/x/y/z", "*", "/;/", "/?", "/#", "/CON",
        "/settings/../settings", "/settings//users", "/SETTINGS/users/", "/automations/sequences.json", "/wp-login.php",
        "http://evil.example/", "/_blazor/disconnect", "/_blazor/initializers"
    ];

    private readonly RouteEndpoint[] _routes = [.. routes.Where(
        route =>
            !RouteTable.Pattern(route).StartsWith("/api/", StringComparison.Ordinal)
            && !RouteTable.Pattern(route).StartsWith("/v1/", StringComparison.Ordinal)
            && !RouteTable.Pattern(route).StartsWith("/health", StringComparison.Ordinal)
            && !RouteTable.Pattern(route).Contains("sign-out", StringComparison.Ordinal))];
    private int _next;

    public int Routes => _routes.Length;

    /// <summary>The next route's next request.</summary>
    public (string Name, byte[] Request) Next()
    {
        var route = _routes[_next++ % _routes.Length];
        var method = values.One(Methods);
        var target = values.Chance(8)
            ? values.One(Elsewhere)
            : Bend(string.Join(
                '/',
                RouteTable.Pattern(route)
                    .Split('/')
                    .Select(
                        part =>
                            part.Contains('{', StringComparison.Ordinal)
                                ? values.InAddress(
                                    values.Chance(2) ? values.Text() : values.One(["1", "estimate-reminder", Guid.Empty.ToString()]))
                                : part)));
        if (target.Length == 0) target = "/";
        var names = Queries(route);
        if (names.Count > 0 || values.Chance(3))
            target += "?"
                + string.Join(
                    '&',
                    names.Append(values.Line())
                        .Where(_ => !values.Chance(3))
                        .Select(name => $"{values.InAddress(name)}={values.InAddress(values.Text())}"));
        if (target.Length > 7_000) target = target[..7_000];

        var headers = new List<(string, string)> { ("Host", values.Chance(20) ? values.Line() : "localhost") };
        if (values.Chance(2)) headers.Add(("Cookie", values.Chance(10) ? cookie + values.Line() : cookie));
        else if (values.Chance(5))
            headers.Add(
                ("Authorization", values.One([
                    "Bearer manage-1", "Bearer no one", "Basic d3JpdGUtMTo=", "Basic %", "Negotiate x", "Bearer"
                ])));
        while (values.Chance(2)) headers.Add((values.One(Headers), values.Line()));
        byte[]? body = null;
        if (method is "POST" or "PUT" or "PATCH" or "DELETE")
        {
            var (type, text) = Body(names);
            headers.Add(("Content-Type", values.Chance(10) ? values.Line() : type));
            body = values.Chance(8) ? values.Spoil(text) : Encoding.UTF8.GetBytes(text);
        }

        return ($"{method} {RouteTable.Pattern(route)}", RawHttp.Write(method, target, headers, body));
    }

    private (string Type, string Text) Body(IReadOnlyList<string> names)
    {
        string[] fields =
        [
            .. names, "_handler", "__RequestVerificationToken", "Input.Email", "Input.Password", "Input.Code", "do", "From", "Body",
            "MessageSid", "MessageStatus", "List-Unsubscribe", "company"
        ];
        var form = fields.Where(_ => !values.Chance(3))
            .Select(
                name => (Name: name, Value: name == "__RequestVerificationToken" && !values.Chance(3)
                    ? token
                    : name == "_handler"
                    ? values.One(["sign-in", "forgot", "code", "", "x"])
                    : values.Text())).ToArray();
        return values.Random.Next(4) switch
        {
            0 => ("application/json", values.Json()),
            1 => ("multipart/form-data; boundary=x", string.Concat(form.Select(
                field => $"--x\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"))
                + (values.Chance(3) ? "" : "--x--\r\n")),
            _ => ("application/x-www-form-urlencoded", string.Join(
                '&', form.Select(field => $"{values.InAddress(field.Name)}={values.InAddress(field.Value)}"))),
        };
    }

    private string Bend(string path) => values.Random.Next(14) switch
    {
        0 => path + "/",
        1 => path.Replace("/", "//", StringComparison.Ordinal),
        2 => path.ToUpperInvariant(),
        3 => path + "/.",
        4 => path + "%2f..",
        5 => path + "%00",
        6 => path + "." + values.InAddress(values.Text()),
        7 => "/x/../" + path.TrimStart('/'),
        _ => path,
    };

    private static IReadOnlyList<string> Queries(RouteEndpoint route) =>
        route.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is not { } page ? ["q", "from", "to", "remember", "back"]
            : [.. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(property => (property, query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(one => one.query is not null)
                .Select(one => one.query!.Name ?? one.property.Name)];
}
