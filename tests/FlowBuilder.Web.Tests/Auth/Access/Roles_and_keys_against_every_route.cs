using System.Net;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Access;

/// <summary>Every role opens every page, and keys of every scope call every route: what is answered
/// must be what the one policy layer says.</summary>
public sealed class Roles_and_keys_against_every_route(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_the_pages_its_rights_open_and_no_other(Role role)
    {
        using var browser = await host.SignedInAsync(RoleInfo.Of(role).Word);
        var rights = RoleInfo.Of(role).Rights(new Company { Id = new CompanyId(1), Name = "" });
        var faults = new List<string>();
        foreach (var page in RouteTable.Pages(host.Services).Where(page => !RouteTable.IsOpen(page)))
        {
            using var answer =
                await browser.GetAsync(new Uri(Samples.Address(page), UriKind.Relative), TestContext.Current.CancellationToken);
            var may = RouteTable.Needs(page).All(needs => rights.Contains(needs.Right));
            if (may == (answer.StatusCode == HttpStatusCode.Forbidden))
                faults.Add($"{role} at {RouteTable.Pattern(page)}: {(int)answer.StatusCode}");
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_opens_a_page_without_signing_in()
    {
        using var browser = host.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var page in RouteTable.Pages(host.Services).Where(page => !RouteTable.IsOpen(page)))
        {
            using var answer =
                await browser.GetAsync(new Uri(Samples.Address(page), UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, RouteTable.Pattern(page));
            answer.Headers.Location!.ToString().ShouldContain("/sign-in?back=");
        }
    }

    [Theory]
    [InlineData("read", KeyScopes.Read)]
    [InlineData("approve", KeyScopes.Approve)]
    [InlineData("manage-only", KeyScopes.Manage)]
    public async Task A_key_calls_the_routes_its_scopes_open_and_no_other(string key, KeyScopes scopes)
    {
        var client = host.With(key);
        var faults = new List<string>();
        foreach (var route in Api())
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var answer = await client.SendAsync(
                    new HttpMethod(method), Samples.Address(route), method is "GET" or "DELETE" ? null : "{}", [], Samples.BodyType(route));
                var may = RouteTable.Needs(route).All(needs => KeyRights.Of(scopes).Contains(needs.Right));
                if (may == (answer.Status == HttpStatusCode.Forbidden))
                    faults.Add($"{key} at {method} {RouteTable.Pattern(route)}: {(int)answer.Status}");
            }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cookie_opens_no_route_of_the_API()
    {
        using var browser = await host.SignedInAsync("owner");
        foreach (var route in Api())
        {
            using var call = new HttpRequestMessage(
                new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), Samples.Address(route));
            using var answer = await browser.SendAsync(call, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, RouteTable.Pattern(route));
        }
    }

    [Fact]
    public async Task A_write_key_can_only_send_events()
    {
        var client = host.With("write");
        foreach (var route in Api())
            (await client.SendAsync(
                new HttpMethod(route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), Samples.Address(route), null,
                [])).Status.ShouldBe(HttpStatusCode.Forbidden, RouteTable.Pattern(route));
    }

    private IEnumerable<RouteEndpoint> Api() =>
        RouteTable.All(host.Services)
            .Where(
                route =>
                    RouteTable.Pattern(route).StartsWith("/api/", StringComparison.Ordinal)
                    && route.Metadata.GetMetadata<HttpMethodMetadata>() is not null);
}
