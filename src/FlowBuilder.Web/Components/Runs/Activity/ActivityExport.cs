using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Exports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Components.Runs.Activity;

/// <summary>The filtered runs as a CSV file, read in blocks while it is written.</summary>
internal static class ActivityExport
{
    private const int Block = 1_000;

    private static readonly string[] Columns =
    [
        "Customer", "Record", "Sequence", "Version", "Status", "Entered", "Next", "Ended", "Why it ended"
    ];

    public static void MapActivityExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ActivityQuery.ExportAddress, ExportAsync)
            .For(Right.SeeWork)
            .WithName("ExportActivity")
            .WithMetadata(new CostsTimeAttribute()).ExcludeFromDescription();

    private static async Task ExportAsync(
        string? customer, string? sequence, string? state, string? node, string? from, string? until, HttpContext http, Caller caller,
        [FromServices] RunQueries activity,
        [FromServices] ICompanyCache companies, [FromServices] AuditTrail audit, [FromServices] TimeProvider clock,
        CancellationToken cancellation)
    {
        var zone = companies.Find(caller.Company)!.Zone;
        var query = ActivityQuery.Read(customer, sequence, state, null, node, from, until);
        await audit.AppendAsync(
            caller.Company, caller.Actor, "activity.export", null,
            query.IsEmpty ? "exported the activity" : "exported a part of the activity");
        CsvFile.Announce(http.Response, "activity", clock.GetUtcNow(), zone);
        await CsvFile.WriteAsync(http.Response.Body, Columns, activity.AllAsync(caller.Company, query, Block, cancellation), line =>
            [line.Name, line.Record, line.Title, line.Version.ToString(CultureInfo.InvariantCulture),
                SequenceText.Of(line.State, line.Hold), CsvFile.Moment(line.EnteredAt, zone),
                    CsvFile.Moment(line.DueAt, zone), CsvFile.Moment(line.EndedAt, zone), line.EndReason], cancellation);
    }
}
