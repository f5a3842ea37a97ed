using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowBuilder.Web.Api;

/// <summary>The engine's answers as HTTP.</summary>
internal static class Answered
{
    /// <summary>The refusal of a turn; null when it was taken.</summary>
    public static ProblemHttpResult? Refusal(TurnAnswer answer) => answer switch
    {
        TurnAnswer.Refused { Kind: Core.Engine.Turns.Refusal.NotFound } => Problem.NotFound(),
        TurnAnswer.Refused refused => Problem.Of(StatusCodes.Status409Conflict, "Not possible now", refused.Because),
        TurnAnswer.Stale stale => Changed(stale.Etag, stale.Differences),
        _ => null,
    };

    private static ProblemHttpResult Changed(string etag, ImmutableArray<string> differences) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status412PreconditionFailed,
        Title = "It has changed since you looked",
        Detail = "Look at what is different, then decide again with the new etag.",
        Extensions = { ["etag"] = etag, ["differences"] = differences.IsDefault ? [] : differences.ToArray() },
    });
}
