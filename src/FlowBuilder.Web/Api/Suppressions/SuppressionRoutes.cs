using System.Globalization;
using System.Text.Json;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Exports;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Suppressions;

/// <summary><c>/suppressions</c>: addresses that are not written to, whoever holds them.</summary>
internal static class SuppressionRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/suppressions").WithTags("Suppressions");
        group.MapGet("", ListAsync).For(Right.SeeWork).WithName("ListSuppressions");
        group.MapGet("/export", ExportAsync)
            .For(Right.SeeWork)
            .Produces<string>(contentType: "text/csv")
            .WithName("ExportSuppressions")
            .WithMetadata(new CostsTimeAttribute());
        group.MapPost("", AddAsync).For(Right.ChangeCustomers).WithName("AddSuppression");
        group.MapPost("/import", ImportAsync)
            .For(Right.ChangeCustomers)
            .Accepts<string>("text/csv")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithName("ImportSuppressions")
            .WithMetadata(new CostsTimeAttribute());
        group.MapPost("/{id}/confirm", ConfirmAsync).For(Right.ResolveMessages).WithName("ConfirmSuppression");
        group.MapDelete("/{id}", TakeOffAsync).For(Right.ResolveMessages).WithName("TakeOffSuppression");
    }

    private static async Task<Results<Ok<Page<SuppressionView>>, ProblemHttpResult>> ListAsync(
        Caller caller, Paging paging, [FromQuery(Name = "channel")] string? channel, [FromQuery(Name = "reason")] string? reason,
        [FromQuery(Name = "q")] string? q, [FromServices] SuppressionReader reading, CancellationToken cancellation)
    {
        var way = channel is null ? null : ChannelNames.Read(channel);
        if (channel is not null && way is null) return Problem.Field("channel", "unknown-value", $"must be {ChannelNames.Words}.");
        var why = Choices.Read<SuppressionReason>(reason, "reason", out var refusal);
        if (refusal is not null) return refusal;
        (DateTimeOffset, SuppressionId)? after = null;
        if (paging.After is { } cursor)
        {
            if (cursor is not [var ticks, var id]
                || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                || at > DateTimeOffset.MaxValue.UtcTicks
                || !SuppressionId.TryParse(id, out var last))
                return Paging.WrongCursor;
            after = (new DateTimeOffset(at, TimeSpan.Zero), last);
        }

        var lines = await reading.PageAsync(caller.Company, new SuppressionFilter(way, why, q), after, paging.Limit + 1, cancellation);
        return TypedResults.Ok(paging.Cut(lines, line => [line.At.UtcTicks.ToString(CultureInfo.InvariantCulture), line.Id], line => line));
    }

    private static async Task ExportAsync(
        HttpContext http, Caller caller, [FromServices] SuppressionReader reading, [FromServices] ICompanyCache companies,
        [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        CsvFile.Announce(http.Response, "suppressions", clock.GetUtcNow(), companies.Find(caller.Company)!.Zone);
        await SuppressionCsv.WriteAsync(http.Response.Body, reading.AllAsync(caller.Company, cancellation), cancellation);
    }

    private static async Task<Results<Created<SuppressionView>, ProblemHttpResult>> AddAsync(
        JsonBody<SuppressionRequest> body, Caller caller, [FromServices] ISuppressionList session, [FromServices] SuppressionReader reading,
        CancellationToken cancellation)
    {
        var call = body.Value;
        if (string.IsNullOrWhiteSpace(call.Address))
            return Problem.Field("address", "required", "an email address or phone number is needed.");
        var channel = call.Channel is null ? ChannelAddresses.ChannelOf(call.Address) : ChannelNames.Read(call.Channel);
        if (channel is not { } way) return Problem.Field("channel", "unknown-value", $"must be {ChannelNames.Words}.");
        var reason = call.Reason ?? SuppressionReason.ByHand;
        if (reason is SuppressionReason.InDoubt or SuppressionReason.SoftBounces
            || ChannelInfo.All.Any(other => other.Channel != way && other.Consent?.No == reason))
            return Problem.Field(
                "reason", "unknown-value",
                $"must be {JsonNamingPolicy.CamelCase.ConvertName($"{ChannelInfo.Of(way).Consent?.No}")}, bounced, complaint or byHand.");
        if (!await session.AddByHandAsync(
            caller.Company, way, call.Address, reason, call.Source is { Length: > 0 } source ? source : $"added by {caller.Name}",
            caller.Actor, cancellation))
            return Problem.Field("address", "invalid-value", $"is not {ChannelInfo.Of(way).Address?.One}.");
        var added = await reading.PageAsync(caller.Company, new SuppressionFilter(way, reason, call.Address), null, 1, cancellation);
        return added is [var view] ? TypedResults.Created($"/api/v1/suppressions/{view.Id}", view) : Problem.NotFound();
    }

    private static async Task<Results<Ok<SuppressionsTaken>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, Caller caller, [FromServices] ISuppressionList session, [FromServices] SuppressionCsv csv,
        [FromServices] ICompanyCache companies, CancellationToken cancellation)
    {
        if (request.ContentType is { } type
            && !type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
            && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            return Problem.Of(
                StatusCodes.Status415UnsupportedMediaType, "Unknown content type", "Send the file itself with “Content-Type: text/csv”.");
        var errors = new List<FieldError>();
        IReadOnlyList<SuppressionLine> lines;
        try
        {
            lines = await csv.ReadAsync(
                new LimitedStream(request.Body, SuppressionCsv.MaxBytes), companies.Find(caller.Company)!, errors, cancellation);
        }
        catch (BodyTooLargeException)
        {
            return Problem.Of(
                StatusCodes.Status413PayloadTooLarge, "The file is too large",
                $"At most {SuppressionCsv.MaxBytes / (1024 * 1024)} MB can be sent at once. Split the file.");
        }
        catch (BadHttpRequestException)
        {
            return Problem.Field("$", "broken-body", "the body ended early.");
        }

        if (errors.Count > 0) return Problem.Fields(errors);
        await session.ImportAsync(caller.Company, lines, caller.Actor, cancellation);
        return TypedResults.Ok(new SuppressionsTaken(lines.Count));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        string id, Caller caller, [FromServices] ISuppressionList session, CancellationToken cancellation) =>
        SuppressionId.TryParse(id, out var line) && await session.ConfirmAsync(caller.Company, line, caller.Actor, cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeOffAsync(
        string id, Caller caller, [FromServices] ISuppressionList session, CancellationToken cancellation) =>
        SuppressionId.TryParse(id, out var line) && await session.TakeOffAsync(caller.Company, line, caller.Actor, cancellation)
            ? TypedResults.NoContent()
            : Problem.NotFound();
}

/// <summary>What <c>POST /suppressions</c> takes.</summary>
internal sealed record SuppressionRequest
{
    /// <summary>Email address or phone number, in any spelling.</summary>
    public string? Address { get; init; }

    /// <summary>email or text; without it, what the address looks like.</summary>
    public string? Channel { get; init; }

    /// <summary>Default <c>byHand</c>.</summary>
    public SuppressionReason? Reason { get; init; }

    /// <summary>From where, in words.</summary>
    public string? Source { get; init; }
}
