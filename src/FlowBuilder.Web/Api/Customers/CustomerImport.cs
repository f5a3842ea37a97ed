using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Bodies;
using FlowBuilder.Web.Keys;
using FlowBuilder.Web.Problems;
using FlowBuilder.Web.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>
/// <c>POST /customers/import</c>: a CSV file with a header row. <c>user_id</c> is needed; the other columns are traits. The file is
/// read row by row and checked whole before anything is stored: one bad row refuses it, named by row and column. What is imported
/// is historical, so nobody enters a sequence because of it.
/// </summary>
internal static class CustomerImport
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most rows in one file.</summary>
    public const int MaxRows = 100_000;

    private const int RowsAtOnce = 250;

    public static async Task<IResult> PostAsync(HttpRequest request, Caller caller, [FromServices] IIntake intake, [FromServices] IEngine engine, [FromServices] TimeProvider clock, [FromServices] AuditTrail audit, [FromServices] CustomerLimits limits, [FromServices] FullCustomers full, [FromServices] ICompanyShelf companies, CancellationToken cancellation)
    {
        if (request.ContentType is { } type && !type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "Unknown content type", "Send the file itself with “Content-Type: text/csv”.");
        if (request.ContentLength > MaxBytes) return TooLarge();

        var errors = new List<FieldError>();
        var rows = new List<IncomingEvent>();
        var lines = new List<int>();
        try
        {
            using var text = new StreamReader(new LimitedStream(request.Body, MaxBytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                MissingFieldFound = null, BadDataFound = bad => errors.Add(new FieldError($"row {bad.Context.Parser?.Row ?? 0}", "broken-csv", "has a quotation mark in the wrong place.")),
                MaxFieldSize = 20_000, DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], TrimOptions = TrimOptions.Trim,
            });
            if (await ReadAsync(csv, caller, limits, companies.Find(caller.Company)?.ReadsDates ?? default, rows, lines, errors, cancellation) is { } refusal) return refusal;
        }
        catch (DecoderFallbackException)
        {
            return Problem.Field("$", "not-utf8", "the file must be UTF-8 text. Save it as “CSV UTF-8”.");
        }
        catch (BodyTooLargeException)
        {
            return TooLarge();
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge() : Problem.Field("$", "broken-body", "the body ended early.");
        }
        catch (CsvHelperException e)
        {
            return Problem.Field($"row {e.Context?.Parser?.Row ?? 0}", "broken-csv", "cannot be read as CSV, or a value is longer than 20,000 characters.");
        }

        if (errors.Count == 0) await full.CheckAsync([.. rows.Select((row, i) => new ReadCall(row, $"row {lines[i].ToString(CultureInfo.InvariantCulture)}: "))], errors, cancellation);
        if (errors.Count > 0) return Problem.Fields(errors);
        var pace = new ImportPace(engine, clock);
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            await pace.WaitAsync(cancellation);
            await intake.AcceptAsync(chunk, cancellation);
        }

        await audit.AppendAsync(caller.Company, caller.Actor, "customer.import", null, $"imported {rows.Count:N0} customer{(rows.Count == 1 ? "" : "s")} from a file");
        return TypedResults.Ok(new ImportView(rows.Count));
    }

    private static async Task<IResult?> ReadAsync(CsvReader csv, Caller caller, CustomerLimits limits, DayOrder order, List<IncomingEvent> rows, List<int> lines, List<FieldError> errors, CancellationToken cancellation)
    {
        if (!await csv.ReadAsync() || !csv.ReadHeader() || csv.HeaderRecord is not { Length: > 0 } header) return Problem.Field("row 1", "required", "the file needs a first row with the names of its columns.");
        var columns = CsvColumns.Read(header, errors);
        if (errors.Count > 0) return Problem.Fields(errors);
        while (errors.Count < Problem.MaxErrors && await csv.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Count == MaxRows) return Problem.Field($"row {csv.Parser.Row}", "too-many-rows", $"is beyond the {MaxRows:N0} rows one file may have. Split the file.");
            if (columns.ToEvent(csv, caller, limits, order, errors) is not { } row) continue;
            rows.Add(row);
            lines.Add(csv.Parser.Row);
        }

        return null;
    }

    private static IResult TooLarge() => Problem.Of(StatusCodes.Status413PayloadTooLarge, "The file is too large", $"At most {MaxBytes / (1024 * 1024)} MB are taken at once. Split the file.",
        new FieldError("$", "too-large", $"is larger than {MaxBytes / (1024 * 1024)} MB."));
}
