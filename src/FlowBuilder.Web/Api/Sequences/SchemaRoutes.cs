using FlowBuilder.Core.Graph.Schema;
using FlowBuilder.Core.Steps.Catalogue;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary>Publishes the JSON Schema of sequence documents, to anybody.</summary>
internal static class SchemaRoutes
{
    /// <summary>Adds <c>GET /schemas/sequence-1.json</c>, which the OpenAPI document points to and does not describe.</summary>
    public static void MapSchemas(this IEndpointRouteBuilder routes) => routes.MapGet("/schemas/sequence-1.json", (StepCatalog catalog) =>
        TypedResults.Content(
            SequenceSchema.Write(catalog), "application/schema+json; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
}
