using System.Reflection;
using System.Text.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>A JSON body read strictly: limits, no unknown members, wrong types named by field.</summary>
internal sealed class JsonBody<T> : IRefusable, IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Largest body taken.</summary>
    public const int Limit = 1024 * 1024;

    private readonly T? _value;

    private JsonBody(T? value, ProblemHttpResult? refusal) => (_value, Refusal) = (value, refusal);

    public ProblemHttpResult? Refusal { get; }

    /// <summary>What was sent; handlers run only when there is something.</summary>
    public T Value => _value ?? throw new InvalidOperationException("The body was refused.");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (http.Request.ContentType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            return new(
                null,
                Problem.Of(
                    StatusCodes.Status415UnsupportedMediaType, "Unknown content type", "Send JSON with “Content-Type: application/json”."));
        var body = await BodyReader.ReadAsync(http.Request, Limit, http.RequestAborted);
        if (body.Refusal is not null) return new(null, body.Refusal);
        if (StrictJson.Check(body.Bytes.Span) is { } fault) return new(null, Problem.Fields([fault]));
        try
        {
            var value = JsonSerializer.Deserialize<T>(
                body.Bytes.Span, http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
            return value is null ? new(null, Problem.Field("$", "required", "the body must be a JSON object.")) : new(value, null);
        }
        catch (JsonException e)
        {
            return new(null, Problem.Fields([JsonFaults.Of(e)]));
        }
    }
}
