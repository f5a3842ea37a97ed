using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Time;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.QaClock;

/// <summary><c>/qa/clock</c>: only with <c>Qa:Enabled</c>. The clock is one for all companies of the installation.</summary>
internal static class QaClockRoutes
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366 * 5);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/qa/clock").WithTags("QA clock");
        group.MapGet("", ([FromServices] QaTime time) => TypedResults.Ok(new QaClockResponse(time.Now)))
            .For(Right.SeeWork)
            .WithName("ReadClock");
        group.MapPost("", MoveAsync).For(Right.MoveClock).WithName("MoveClock");
    }

    private static async Task<Results<Ok<QaMovedResponse>, ProblemHttpResult>> MoveAsync(
        JsonBody<QaClockRequest> body, Caller caller, [FromServices] QaTime time, [FromServices] AuditTrail audit,
        CancellationToken cancellation)
    {
        var call = body.Value;
        if ((call.Now is null) == (call.Advance is null))
            return Problem.Field(
                call.Now is null ? "advance" : "now", "required", "send either now (a moment) or advance (a duration such as P2D).");
        var from = time.Now;
        if (call.Advance is { IsNegative: true }) return Problem.Field("advance", "out-of-range", "the clock only moves forward.");
        if (call.Advance is { } by && by.Approximate > Farthest)
            return Problem.Field("advance", "out-of-range", "the clock moves at most five years at a time.");
        var target = call.Now ?? from.AddMonths(call.Advance!.Value.Months).AddDays(call.Advance.Value.Days).Add(call.Advance.Value.Clock);
        if (call.Now is not null && (target < from.AddSeconds(-1) || target - from > Farthest))
            return Problem.Field("now", "out-of-range", $"the clock only moves forward, at most five years at a time; it is {from:O} now.");
        var move = await time.AdvanceToAsync(target < from ? from : target, cancellation);
        await audit.AppendAsync(caller.Company, caller.Actor, "clock.move", null, "moved the clock", Words(from), Words(move.Now));
        return TypedResults.Ok(new QaMovedResponse(move.Now, new QaDrained(move.Stops, move.Turns, move.Steps)));
    }

    private static string Words(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString(ClockWords.Moment + " 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
