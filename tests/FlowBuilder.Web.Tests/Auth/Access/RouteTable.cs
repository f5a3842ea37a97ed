using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Web.Tests.Auth.Access;

/// <summary>Everything the program answers to, as routing knows it.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<RouteEndpoint> All(IServiceProvider services) =>
        [.. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()];

    /// <summary>Pages of the site: what a person opens.</summary>
    public static IReadOnlyList<RouteEndpoint> Pages(IServiceProvider services) =>
        [.. All(services).Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)];

    /// <summary>What a person with a right gets that is no page: files to download.</summary>
    public static IReadOnlyList<RouteEndpoint> Files(IServiceProvider services) =>
        [.. All(
            services).Where(
                route =>
                    !IsOpen(route)
                    && Needs(route).Count > 0
                    && route.Metadata.GetMetadata<ComponentTypeMetadata>() is null
                    && route.Metadata.GetMetadata<HubMetadata>() is null
                    && !Pattern(route).StartsWith("/api/", StringComparison.Ordinal))];

    public static string Pattern(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.TrimStart('/');

    public static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The rights a route asks for; empty when being signed in is enough.</summary>
    public static IReadOnlyList<NeedsAttribute> Needs(RouteEndpoint route) => [.. route.Metadata.OfType<NeedsAttribute>()];
}
