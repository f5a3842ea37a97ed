using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Time;
using FlowBuilder.Web.Api.Idempotency;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Keys;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowBuilder.Web.Api.OpenApi;

/// <summary>Completes the OpenAPI document by what the framework cannot see: keys, paging, idempotency, our own JSON shapes.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FlowBuilder", Version = "1",
                Description =
                    "Events in (Segment's tracking calls) and the management API. Lists answer {items, next}; errors are problem details "
                        + "with errors[{field, code, message}]."
            };
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of your company."
                },
                ["writeKey"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "basic", Description = "A write key as user name, no password."
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Complete);
        options.AddSchemaTransformer(Shape);
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<PagedRoute>().Any())
        {
            operation.Parameters.Add(Query("after", "The value of next from the previous page.", JsonSchemaType.String));
            operation.Parameters.Add(Query(
                "limit", $"Items per page, 1 to {Paging.MaxLimit}; {Paging.DefaultLimit} when left out.", JsonSchemaType.Integer));
        }

        var path = context.Description.RelativePath ?? "";
        if (metadata.OfType<PasswordRoute>().Any()) Protected(operation.Parameters);
        if (metadata.OfType<PasswordsRoute>().Any())
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = OpenedSequence.Header, In = ParameterLocation.Header,
                Description =
                    "The password of the protected sequence this touches; several: the header once for each. Missing or wrong: 403 that "
                        + "names them; wrong too often: 429.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        if (path.StartsWith("api/", StringComparison.Ordinal)
            && context.Description.HttpMethod is not "GET"
            && !metadata.OfType<KeepsNoRepeats>().Any())
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKeys.Header, In = ParameterLocation.Header,
                Description = "Repeating a call with the same key within 24 hours gives the first answer again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        if (metadata.OfType<NeedsAttribute>().FirstOrDefault() is { } needs && KeyRights.ScopeFor(needs.Right) is { } scope)
        {
            operation.Description = $"Needs a key with the right “{scope}”.";
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
        }
        else if (path.StartsWith("v1/", StringComparison.Ordinal))
        {
            operation.Security = [new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("writeKey", context.Document)] = []
            }];
        }

        return Task.CompletedTask;
    }

    /// <summary>The argument that opens a sequence reads the route's id itself, out of the framework's sight.</summary>
    private static void Protected(IList<IOpenApiParameter> parameters)
    {
        if (parameters.All(parameter => parameter.Name != "id"))
            parameters.Insert(
                0,
                new OpenApiParameter
                {
                    Name = "id", In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String }
                });
        parameters.Add(new OpenApiParameter
        {
            Name = OpenedSequence.Header, In = ParameterLocation.Header,
            Description = "The sequence's password, if it has one. Missing or wrong: 403; wrong too often: 429.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(SequenceDocument))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Properties?.Clear();
            schema.Required?.Clear();
            schema.AdditionalPropertiesAllowed = true;
            schema.AdditionalProperties = null;
            schema.Description = "A sequence document; see the JSON Schema at /schemas/sequence-1.json.";
        }
        else if (type == typeof(Duration))
        {
            schema.Type = JsonSchemaType.String;
            schema.Properties?.Clear();
            schema.Format = "duration";
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name, string description, JsonSchemaType type) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = type } };
}
