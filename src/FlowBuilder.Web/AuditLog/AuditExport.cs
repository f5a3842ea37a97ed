using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FlowBuilder.Core.Access;
using FlowBuilder.Core.Time;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.AuditLog;

/// <summary>The filtered lines as a CSV file, written line by line while they are read. A cell that a spreadsheet would take for a formula gets a quote in front.</summary>
internal static class AuditExport
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

    public static void MapAuditExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AuditQuery.ExportAddress, ExportAsync).For(Right.SeeAuditLog).WithName("ExportAuditLog").ExcludeFromDescription();

    private static async Task ExportAsync(
        string? person, string? kind, string? q, string? from, string? until, HttpContext http, Caller caller, [FromServices] FlowBuilderContext context, [FromServices] ICompanyShelf companies,
        [FromServices] AuditTrail audit, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        var zone = companies.Find(caller.Company)!.Zone;
        var query = AuditQuery.Read(person, kind, q, from, until);
        await audit.AppendAsync(caller.Company, caller.Actor, "audit-log.export", null, query.IsEmpty ? "exported the audit log" : "exported a part of the audit log");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"audit-log-{LocalClock.Local(clock.GetUtcNow(), zone):yyyy-MM-dd}.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        await WriteAsync(http.Response.Body, query.In(zone).In(context).AsAsyncEnumerable(), zone, cancellation);
    }

    /// <summary>Writes lines; with a byte order mark, without which spreadsheets misread letters beyond ASCII.</summary>
    internal static async Task WriteAsync(Stream target, IAsyncEnumerable<AuditLogRow> lines, TimeZoneInfo zone, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Csv, leaveOpen: true);
        foreach (var column in (ReadOnlySpan<string>)["Line", "When", "Who", "Who (id)", "Action", "What", "Subject (id)", "Before", "After", "Seal"]) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            csv.WriteField(line.Id);
            csv.WriteField(TimeZoneInfo.ConvertTime(line.At, zone).ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture));
            foreach (var cell in (ReadOnlySpan<string?>)[line.By, line.ActorId, line.Action, line.Words, line.Subject, line.Before, line.After, line.Hash]) csv.WriteField(cell);
            await csv.NextRecordAsync();
        }
    }
}
