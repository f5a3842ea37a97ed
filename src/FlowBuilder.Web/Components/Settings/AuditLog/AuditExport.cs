using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Exports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Components.Settings.AuditLog;

/// <summary>The filtered lines as a CSV file.</summary>
internal static class AuditExport
{
    private static readonly string[] Columns =
    [
        "Line", "When", "Who", "Who (id)", "Action", "What", "Subject (id)", "Before", "After", "Seal"
    ];

    public static void MapAuditExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AuditQuery.ExportAddress, ExportAsync)
            .For(Right.SeeAuditLog)
            .WithName("ExportAuditLog")
            .WithMetadata(new CostsTimeAttribute()).ExcludeFromDescription();

    private static async Task ExportAsync(
        string? person, string? kind, string? q, string? from, string? until, HttpContext http, Caller caller,
        [FromServices] AuditPageReader reading, [FromServices] ICompanyCache companies,
        [FromServices] AuditTrail audit, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        var zone = companies.Find(caller.Company)!.Zone;
        var query = AuditQuery.Read(person, kind, q, from, until);
        await audit.AppendAsync(
            caller.Company, caller.Actor, "audit-log.export", null,
            query.IsEmpty ? "exported the audit log" : "exported a part of the audit log");
        CsvFile.Announce(http.Response, "audit-log", clock.GetUtcNow(), zone);
        await WriteAsync(http.Response.Body, reading.AllAsync(caller.Company, query.In(zone), cancellation), zone, cancellation);
    }

    /// <summary>Writes lines.</summary>
    internal static Task WriteAsync(Stream target, IAsyncEnumerable<AuditLine> lines, TimeZoneInfo zone, CancellationToken cancellation) =>
        CsvFile.WriteAsync(target, Columns, lines, line =>
            [
                line.Id.ToString(CultureInfo.InvariantCulture), CsvFile.Moment(line.At, zone), line.By, line.ActorId, line.Action,
                line.Words, line.Subject, line.Before, line.After, line.Hash
            ],
            cancellation);
}
