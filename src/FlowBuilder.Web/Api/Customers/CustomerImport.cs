using System.Text;
using System.Text.Json;
using FlowBuilder.Application.Access;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>
/// <c>POST /customers/import</c>: a CSV file with a header row. Columns are recognised in many spellings, and <c>columns</c> says
/// otherwise; a customer is known by <c>user_id</c>, else by email address or phone number. The file is checked whole before anything is
/// stored: one bad row refuses it, named by row and column (or is left out, with <c>badRows=skip</c>). What is imported is historical, so
/// nobody enters a sequence because of it. <c>preview=true</c> answers what would become of it and stores nothing.
/// </summary>
internal static class CustomerImport
{
    public static async Task<IResult> PostAsync(
        HttpRequest request, Caller caller, [FromServices] ImportPlanning planning, [FromServices] ImportBox box,
        [FromQuery(Name = "columns")] string? columns, [FromQuery(Name = "badRows")] string? badRows,
        [FromQuery(Name = "preview")] bool? preview, CancellationToken cancellation)
    {
        if (request.ContentType is { } type
            && !type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
            && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            return Problem.Of(
                StatusCodes.Status415UnsupportedMediaType, "Unknown content type", "Send the file itself with “Content-Type: text/csv”.");
        if (request.ContentLength > ImportFile.MaxBytes) return TooLarge();
        if (badRows is not (null or "refuse" or "skip")) return Problem.Field("badRows", "unknown-value", "must be refuse or skip.");
        if (!TryRead(columns, out var wanted))
            return Problem.Field(
                "columns", "wrong-type",
                "must be a JSON object that names columns of the file and what to import them as, such as {\"Client "
                    + "No\":\"user_id\",\"Notes\":\"\"}.");

        ImportPlan plan;
        try
        {
            plan = await planning.PlanAsync(await ImportFile.ReadAsync(request.Body, cancellation), wanted, caller, cancellation);
        }
        catch (DecoderFallbackException)
        {
            return Problem.Field("$", "not-utf8", SpreadsheetText.Refusal);
        }
        catch (BodyTooLargeException)
        {
            return TooLarge();
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : Problem.Field("$", "broken-body", "the body ended early.");
        }

        if (plan.Errors.Count > 0 && !(badRows == "skip" && plan.IsUsable)) return Problem.Fields(plan.Errors, most: ImportFile.MaxErrors);
        if (preview != true) await box.StoreAsync(caller, plan.Events, cancellation);
        return TypedResults.Ok(new ImportResponse(
            preview == true ? 0 : plan.Events.Count, plan.Sheet.Rows.Count, plan.Sheet.PassedOver, plan.BadRows,
            [.. plan.Columns
                .Where(column => column.Header.Length > 0)
                .Select(column => new ImportColumnResponse(column.Header, column.Target))],
            plan.OwnFields, plan.LeftOut, plan.Sheet.IsWindows ? "windows-1252" : "utf"));
    }

    private static bool TryRead(string? columns, out Dictionary<string, string>? wanted)
    {
        wanted = null;
        if (string.IsNullOrWhiteSpace(columns)) return true;
        try
        {
            wanted = JsonSerializer.Deserialize<Dictionary<string, string>>(columns);
            return wanted is not null && wanted.Values.All(target => target is { Length: <= 255 });
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IResult TooLarge() =>
        Problem.Of(
            StatusCodes.Status413PayloadTooLarge, "The file is too large",
            $"At most {ImportFile.MaxBytes / (1024 * 1024)} MB can be sent at once. Split the file.",
            new FieldError("$", "too-large", $"is larger than {ImportFile.MaxBytes / (1024 * 1024)} MB."));
}
