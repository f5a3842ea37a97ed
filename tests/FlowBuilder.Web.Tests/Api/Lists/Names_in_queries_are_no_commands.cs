using System.Net;
using FlowBuilder.Web.Tests.Auth.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Lists;

/// <summary>Every parameter of every list is given SQL, and cursors made of it: the answer is a refusal
/// that names it or a list without matches, never a fault, and every table is still there.</summary>
public sealed class Names_in_queries_are_no_commands(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string[] Hostile =
    [
        "'; DROP TABLE customers; --", "1 OR 1=1", "title; DELETE FROM sequences", "x' UNION SELECT password_hash FROM accounts --",
        "%' ESCAPE '\\", "\"", "id) DESC; --", new string('%', 500),
    ];

    [Fact]
    public async Task Whichever_parameter_they_come_in()
    {
        await host.TellAsync("identify", """{"userId":"still-there","traits":{"first_name":"Nora"}}""");
        var client = host.Manager();
        var asked = 0;
        foreach (var route in RouteTable.All(host.Services).Where(IsList))
            foreach (var name in ParametersOf(route))
                foreach (var value in Hostile)
                {
                    var answer = await client.GetAsync($"{Samples.Address(route)}?{name}={Uri.EscapeDataString(value)}");
                    if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
                        throw new InvalidOperationException(
                            $"{RouteTable.Pattern(route)}?{name}={value}: {(int)answer.Status} {answer.Text}");
                    asked++;
                }

        asked.ShouldBeGreaterThan(150);
        await using var context = host.Context();
        (await context.Customers.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static bool IsList(RouteEndpoint route) =>
        RouteTable.Pattern(route).StartsWith("/api/v1/", StringComparison.Ordinal)
        && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        && ParametersOf(route).Any();

    private static IEnumerable<string> ParametersOf(RouteEndpoint route)
    {
        if (route.Metadata.Any(item => item.GetType().Name == "PagedRoute"))
            foreach (var name in (string[])["after", "limit"]) yield return name;
        if (route.Metadata.OfType<System.Reflection.MethodInfo>().FirstOrDefault() is not { } method) yield break;
        foreach (var parameter in method.GetParameters())
            if (parameter.GetCustomAttributes(typeof(FromQueryAttribute), false) is [IFromQueryMetadata query])
                yield return query.Name ?? parameter.Name!;
    }
}
