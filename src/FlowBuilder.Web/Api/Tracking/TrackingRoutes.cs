using System.Text.Json;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Answers;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Segment's tracking API: <c>/v1/identify</c> and its siblings. A call is answered once its events are durable.</summary>
internal static class TrackingRoutes
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = TrackingLimits.Depth + 1 };

    public static void MapTracking(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("Tracking").AllowAnonymous().RequireCors(Browsers);
        foreach (var type in Enum.GetValues<CallType>())
            Describe(group.MapPost(
                $"/{type.ToString().ToLowerInvariant()}",
                (HttpContext http, [AsParameters] TrackingTools door, CancellationToken cancellation) =>
                    AcceptAsync(http, door, type, imported: false, cancellation)));
        Describe(group.MapPost("/batch", (HttpContext http, [AsParameters] TrackingTools door, CancellationToken cancellation) =>
            AcceptAsync(http, door, null, imported: false, cancellation)));
        Describe(group.MapPost("/import", (HttpContext http, [AsParameters] TrackingTools door, CancellationToken cancellation) =>
            AcceptAsync(http, door, null, imported: true, cancellation)));
    }

    /// <summary>Name of the cross-origin policy: pages may ask whether they may send; see <see cref="BrowserKeys"/>.</summary>
    public const string Browsers = "tracking";

    private static void Describe(RouteHandlerBuilder route) => route
        .Produces<Accepted>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>One call; <paramref name="type"/> null: a batch.</summary>
    private static async Task<IResult> AcceptAsync(
        HttpContext http, TrackingTools door, CallType? type, bool imported, CancellationToken cancellation)
    {
        var secret = WriteKeys.InHeader(http.Request);
        var finding = KeyFinding.No(KeyFault.Unknown);
        if (secret is not null && (finding = await door.Keys.FindAsync(secret, cancellation)).Key is null) return NoKey(finding.Fault);

        var body = await BodyReader.ReadAsync(http.Request, type is null ? TrackingLimits.Batch : TrackingLimits.Call, cancellation);
        if (body.Refusal is not null) return body.Refusal;
        if (StrictJson.Check(body.Bytes.Span, TrackingLimits.Depth) is { } fault) return Problem.Fields([fault]);

        using var json = JsonDocument.Parse(body.Bytes, Strict);
        if (json.RootElement.ValueKind != JsonValueKind.Object) return Problem.Field("$", "wrong-type", "the body must be a JSON object.");
        if (secret is null) finding = await door.Keys.FindAsync(WriteKeys.InBody(json.RootElement), cancellation);
        if (finding.Key is not { } key) return NoKey(finding.Fault);
        if (!key.Has(KeyScopes.Ingest))
            return Problem.Of(
                StatusCodes.Status403Forbidden, "This key cannot send events", "Use a write key: one with the right “ingest”.");

        BrowserKeys.AnswerPages(http, key);
        var reader = new CallReader(key, door.Clock, door.Limits, door.Companies.Find(key.Company)?.ReadsDates ?? default);
        var errors = new List<FieldError>();
        IReadOnlyList<ReadCall> calls;
        if (type is { } single)
        {
            var faults = new FaultList("");
            calls = reader.Read(json.RootElement, single, imported, faults);
            errors.AddRange(faults.Errors);
        }
        else
        {
            calls = BatchReader.Read(json.RootElement, reader, imported, errors);
        }

        if (errors.Count == 0) await door.Full.CheckAsync(calls, errors, cancellation);
        if (errors.Count > 0) return Problem.Fields(errors);
        IReadOnlyList<IncomingEvent> events = [.. calls.Select(call => call.Event)];
        if (door.Allowances.TakeEvents(key, events.Count) is { } wait) return TooMany.Calls(http, wait);
        if (events.Count > 0) await door.Intake.AcceptAsync(events, cancellation);
        return TypedResults.Ok(new Accepted(true));
    }

    private static IResult NoKey(KeyFault fault)
    {
        var (code, words) = KeyFaults.Words(fault);
        return Problem.Of(
            StatusCodes.Status401Unauthorized, "No valid write key",
            $"The write key {words} Send it as the user name of basic authentication (Segment's clients do), or as writeKey in the body.",
            new FieldError("writeKey", code, words));
    }
}

/// <summary>Segment's own answer.</summary>
/// <param name="Success">Always true: refusals are problem details.</param>
internal sealed record Accepted(bool Success);
