using System.Reflection;
using FlowBuilder.Core.Graph;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>A sequence document as body.</summary>
internal sealed class DocumentBody : IRefusable, IEndpointParameterMetadataProvider
{
    /// <summary>Largest document taken: 10,000 nodes fit.</summary>
    public const int Limit = 8 * 1024 * 1024;

    private readonly SequenceDocument? _document;

    private DocumentBody(SequenceDocument? document, ProblemHttpResult? refusal) => (_document, Refusal) = (document, refusal);

    public ProblemHttpResult? Refusal { get; }

    public SequenceDocument Document => _document ?? throw new InvalidOperationException("The body was refused.");

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(SequenceDocument)));

    public static async ValueTask<DocumentBody?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var body = await BodyReader.ReadAsync(http.Request, Limit, http.RequestAborted);
        if (body.Refusal is not null) return new(null, body.Refusal);
        var reading = http.RequestServices.GetRequiredService<SequenceDocumentJson>().Read(body.Bytes);
        return reading.Document is { } document ? new(document, null) : new(null, Problem.Fields([.. reading.Errors]));
    }
}
