using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;
using FlowBuilder.Web.Api.Tracking;
using FlowBuilder.Web.Hosting.Problems;
using FlowBuilder.Web.Hosting.RequestBodies;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api.Customers;

/// <summary><c>POST /customers/{userId}/opt-in</c>: the person's own yes, with where and when it
/// was said. It ends every no to their address that is not newer.</summary>
internal static class OptInRoute
{
    private const int LongestSource = 150;

    public static async Task<IResult> PostAsync(
        string userId, JsonBody<OptInRequest> body, Caller caller, [FromServices] CustomerQueries customers,
        [FromServices] Steering steering, [FromServices] ProductClock clock, CancellationToken cancellation)
    {
        var faults = new FaultList("");
        var channel = ChannelNames.Read(body.Value.Channel);
        if (string.IsNullOrWhiteSpace(body.Value.Channel)) faults.Required("channel", $"must say for which channel: {ChannelNames.Words}.");
        else if (channel is null) faults.Add("channel", "unknown-value", $"must be {ChannelNames.Words}.");
        var source = NameText.Of(body.Value.Source);
        if (source.Length == 0) faults.Required("source", "must say where the person said yes: a form, at the counter, on a call.");
        else if (source.Length > LongestSource) faults.Add("source", "too-long", $"can have at most {LongestSource} characters.");
        DateTimeOffset? at = null;
        if (string.IsNullOrWhiteSpace(body.Value.At))
            faults.Required("at", "must say when the person said yes; send it like 2026-04-01T09:30:00Z.");
        else if ((at = WrittenMoment.Read(body.Value.At)) is null)
            faults.Add("at", "invalid-date", "is not a time; send it like 2026-04-01T09:30:00Z.");
        else if (at > clock.Now + TimeSpan.FromMinutes(5))
            faults.Add("at", "out-of-range", "is in the future. Send the time the person said yes.");
        if (faults.Any) return Problem.Fields(faults.Errors);

        if (await customers.FindAsync(caller.Company, userId, cancellation) is not { } customer) return Problem.NotFound();
        var input = new TurnInput.ConsentGiven(channel == Channel.Email ? ConsentChange.Subscribe : ConsentChange.StartTexts, null)
        {
            Source = $"{source} (noted by {caller.Name})", At = at
        };
        if (Answered.Refusal(await steering.AskAsync(caller, customer, input, cancellation)) is { } refusal) return refusal;
        return TypedResults.Ok(await customers.ViewAsync(caller.Company, customer, cancellation));
    }
}

/// <summary>What <c>POST /customers/{userId}/opt-in</c> takes; all of it is needed.</summary>
internal sealed record OptInRequest
{
    /// <summary>email or text.</summary>
    public string? Channel { get; init; }

    /// <summary>Where the person said it, in words.</summary>
    public string? Source { get; init; }

    /// <summary>When the person said it. A no that is newer stays.</summary>
    public string? At { get; init; }
}
