using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>A JSON body that may be left out.</summary>
internal sealed class OptionalBody<T> : IRefusable, IEndpointParameterMetadataProvider
    where T : class
{
    private OptionalBody(T? value, ProblemHttpResult? refusal) => (Value, Refusal) = (value, refusal);

    public ProblemHttpResult? Refusal { get; }

    /// <summary>Null when nothing was sent.</summary>
    public T? Value { get; }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));

    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (http.Request.ContentLength is 0
            || (http.Request.ContentLength is null && !http.Request.Headers.ContainsKey("Transfer-Encoding")))
            return new(null, null);
        var body = (await JsonBody<T>.BindAsync(http, parameter))!;
        return body.Refusal is { } refusal ? new(null, refusal) : new(body.Value, null);
    }
}
