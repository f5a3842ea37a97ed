using System.Reflection;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Access;

public sealed class Every_door_says_who_may_enter(ApiHost host) : IClassFixture<ApiHost>
{
    /// <summary>Open to everybody, each for a reason: static files, health, documents about the
    /// API, doors whose address is the right to enter, pages for signing in.</summary>
    private static readonly string[] Open =
    [
        "/v1/", "/health/", "/openapi/", "/schemas/", "/docs/api", "/u/{token}", "/o/{token}.gif", "/c/{token}", "/hooks/text/{token}",
        "/sign-in", "/forgot-password", "/reset-password", "/set-up/", "/invitation/", "/confirm-email/", "/_content/", "/_framework/",
        "/_blazor/initializers",
    ];

    /// <summary>Static files that are not in the manifest, in Development alone.</summary>
    private const string FilesOfDevelopment = "/{**path:file}";

    /// <summary>For everybody who is signed in, whatever their role.</summary>
    private static readonly string[] Own = ["/", "/not-found", "/account", "/_blazor", "/_framework/opaque-redirect"];

    [Fact]
    public void Every_route_names_a_right_or_is_on_the_list_of_those_that_need_none()
    {
        var faults = new List<string>();
        foreach (var route in RouteTable.All(host.Services))
        {
            var pattern = RouteTable.Pattern(route);
            if (pattern == FilesOfDevelopment) continue;
            if (RouteTable.IsOpen(route))
            {
                if (!Open.Any(open => pattern.StartsWith(open, StringComparison.Ordinal)) && !IsFile(route))
                    faults.Add($"{pattern} is open");
            }
            else if (RouteTable.Needs(route).Count == 0)
            {
                if (route.Metadata.GetMetadata<IAuthorizeData>() is null) faults.Add($"{pattern} says nothing");
                else if (!Own.Any(own => pattern == own || (own.Length > 1 && pattern.StartsWith(own + "/", StringComparison.Ordinal))))
                    faults.Add($"{pattern} names no right");
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_method_of_a_hub_names_a_right() =>
        (from hub in typeof(Program).Assembly.GetTypes()
         where hub.IsSubclassOf(typeof(Hub)) && !hub.IsAbstract
         from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
         where !method.Name.StartsWith("On", StringComparison.Ordinal) && method.GetCustomAttribute<NeedsAttribute>() is null
         select $"{hub.Name}.{method.Name}").ShouldBeEmpty();

    /// <summary>A file of wwwroot: fingerprinted assets are endpoints of their own.</summary>
    private static bool IsFile(RouteEndpoint route) =>
        route.RoutePattern.Parameters.Count == 0 && Path.HasExtension(route.RoutePattern.RawText);
}
