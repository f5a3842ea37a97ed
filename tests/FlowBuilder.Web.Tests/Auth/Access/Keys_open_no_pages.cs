using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Access;

/// <summary>Every route of the program with every kind of key: pages and circuits are closed to all of them, in words.</summary>
public sealed class Keys_open_no_pages(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<string, HttpStatusCode> Keys => new()
    {
        { "write-1", HttpStatusCode.Forbidden },
        { "read-1", HttpStatusCode.Forbidden },
        { "manage-1", HttpStatusCode.Forbidden },
        { "approve-1", HttpStatusCode.Forbidden },
        { "nobody-has-this", HttpStatusCode.Unauthorized },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task No_key_opens_a_page_a_circuit_or_what_belongs_to_a_sign_in(string key, HttpStatusCode expected)
    {
        using var program = host.CreateClient(new() { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var faults = new List<string>();
        foreach (var route in RouteTable.All(host.Services).Where(IsForPeople))
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var call = new HttpRequestMessage(new HttpMethod(method), Samples.Address(route));
                using var answer = await program.SendAsync(call, TestContext.Current.CancellationToken);
                if (answer.StatusCode != expected) faults.Add($"{key} at {method} {RouteTable.Pattern(route)}: {(int)answer.StatusCode}");
                else if ((await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                    .GetProperty("detail").GetString() is not { Length: > 20 })
                    faults.Add($"{RouteTable.Pattern(route)}: no words");
            }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_with_the_right_still_downloads_and_calls()
    {
        using var program = host.CreateClient(new() { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "read-1");
        foreach (var path in (string[])["/api/v1/customers", "/automations/activity/export", "/health/live", "/openapi/v1.json"])
        {
            using var answer = await program.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldNotBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        }
    }

    /// <summary>Pages, signing in included; circuits; forms of one's own account: everything that
    /// asks for somebody signed in and names no right.</summary>
    private static bool IsForPeople(RouteEndpoint route) =>
        RouteTable.Pattern(route) != "/{**path:file}"
        && (route.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null
            || (!RouteTable.IsOpen(route) && RouteTable.Needs(route).Count == 0));
}
