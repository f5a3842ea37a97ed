using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Api.Suppressions;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Exports;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Components.Settings.Suppressions;

/// <summary>The list of suppressions as a CSV file, from its screen.</summary>
internal static class SuppressionExport
{
    public const string Address = "/settings/sending/export";

    public static void MapSuppressionExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, ExportAsync)
            .For(Right.StopSending)
            .WithName("DownloadSuppressions")
            .WithMetadata(new CostsTimeAttribute()).ExcludeFromDescription();

    private static async Task ExportAsync(
        HttpContext http, Caller caller, [FromServices] SuppressionReader reading, [FromServices] ICompanyCache companies,
        [FromServices] AuditTrail audit, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        await audit.AppendAsync(caller.Company, caller.Actor, "suppression.export", null, "exported the suppression list");
        CsvFile.Announce(http.Response, "suppressions", clock.GetUtcNow(), companies.Find(caller.Company)!.Zone);
        await SuppressionCsv.WriteAsync(http.Response.Body, reading.AllAsync(caller.Company, cancellation), cancellation);
    }
}
