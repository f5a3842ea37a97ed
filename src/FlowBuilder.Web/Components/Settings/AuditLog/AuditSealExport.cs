using System.Globalization;
using System.Text;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Components.Settings.AuditLog;

/// <summary>The seal of the newest line as a small text file, to be kept elsewhere. Taking one is
/// itself a line, so that there always is one.</summary>
internal static class AuditSealExport
{
    public const string Address = "/settings/audit-log/seal";

    public static void MapAuditSeal(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, ExportAsync).For(Right.SeeAuditLog).WithName("ExportAuditSeal").ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(
        HttpContext http, Caller caller, [FromServices] ChainChecking chain, [FromServices] AuditTrail audit,
        [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        await audit.AppendAsync(caller.Company, caller.Actor, "audit-log.seal", null, "downloaded a seal of the audit log");
        var seal = await chain.TakeSealAsync(caller.Company, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(
            Encoding.ASCII.GetBytes($"{seal}\n"), "text/plain; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"audit-seal-{clock.GetUtcNow():yyyy-MM-dd-HHmm}.txt"));
    }
}
