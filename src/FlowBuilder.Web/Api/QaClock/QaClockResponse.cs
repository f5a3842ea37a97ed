using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Api.QaClock;

/// <summary>The product clock.</summary>
internal sealed record QaClockResponse(DateTimeOffset Now);

/// <summary>The clock was moved and what fell due has been worked off.</summary>
internal sealed record QaMovedResponse(DateTimeOffset Now, QaDrained Drained);

/// <summary>What a move came to.</summary>
/// <param name="Stops">Due moments the clock stopped at on the way.</param>
/// <param name="Turns">Turns taken.</param>
/// <param name="Steps">Steps recorded.</param>
internal sealed record QaDrained(int Stops, long Turns, long Steps);

/// <summary>Where to: one of the two.</summary>
internal sealed record QaClockRequest
{
    /// <summary>To this moment.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>By so much, such as <c>P2D</c> or <c>PT90M</c>.</summary>
    public Duration? Advance { get; init; }
}
