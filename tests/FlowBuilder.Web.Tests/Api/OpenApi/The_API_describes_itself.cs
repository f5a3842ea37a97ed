using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowBuilder.Testing.Approvals;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.OpenApi;

public sealed class The_API_describes_itself(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public async Task OpenAPI_is_as_approved() =>
        JsonSerializer
            .Serialize((await host.Stranger().GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json, Readable)
            .ShouldBeApproved("openapi");

    [Fact]
    public async Task Every_route_is_in_it()
    {
        var paths = (await host.Stranger().GetAsync("/openapi/v1.json")).Json
            .GetProperty("paths").EnumerateObject()
            .Select(path => path.Name).ToHashSet();
        host.Services
            .GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(route => route.RoutePattern.RawText!.TrimEnd('/'))
            .Where(
                route =>
                    route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/v1/", StringComparison.Ordinal)).Distinct()
            .Except(paths).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schema_of_sequence_documents_is_as_approved() =>
        (await host.Stranger().GetAsync("/schemas/sequence-1.json")).Expect(HttpStatusCode.OK).Text.ShouldBeApproved("sequence-1.schema");

    [Fact]
    public async Task There_is_a_reference_to_read_and_try() =>
        (await host.Stranger().GetAsync("/docs/api/")).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
}
