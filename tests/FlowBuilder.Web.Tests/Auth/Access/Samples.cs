using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FlowBuilder.Web.Tests.Auth.Access;

/// <summary>Something for every parameter of an address. A route with a parameter that is not here
/// fails the tests that walk all routes.</summary>
internal static class Samples
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "0198f0c0-0000-7000-8000-000000000001", ["userId"] = "nobody", ["key"] = "no-such-template", ["number"] = "1",
        ["token"] = "no-such-token", ["account"] = "0198f0c0-0000-7000-8000-000000000002", ["run"] = "987654321",
    };

    /// <summary>A content type the route takes.</summary>
    public static string BodyType(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes is [var first, ..] ? first : "application/json";

    public static string Address(RouteEndpoint route, IReadOnlyDictionary<string, string>? values = null) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                values?.GetValueOrDefault(parameter.Name)
                    ?? Values.GetValueOrDefault(parameter.Name)
                    ?? throw new InvalidOperationException($"{route.RoutePattern.RawText}: give Samples a value for “{parameter.Name}”."),
            _ => "",
        }))));
}
