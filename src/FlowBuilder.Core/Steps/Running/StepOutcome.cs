using System.Collections.Immutable;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>What a step decided. A closed set.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>Leave by a port, nothing to be done.</summary>
    public static StepOutcome Leave(string port = "out", string? because = null) => new Goes(port, [], because);

    /// <summary>Do these effects, then leave by <c>out</c>.</summary>
    public static StepOutcome Do(params ImmutableArray<Effect> effects) => new Goes("out", effects, null);

    /// <summary>Nothing was done, for a reason a marketer understands; leave by <c>out</c>.</summary>
    public static StepOutcome Skip(string because) => new Skips(because);

    /// <summary>Could not be done, for a reason a marketer understands; what follows is the step's setting.</summary>
    public static StepOutcome Fail(string because) => new Failed(because);

    /// <summary>The run ends here, for a reason a marketer understands; nothing that follows is done.</summary>
    public static StepOutcome End(string because, bool failed = false) => new Ends(because, failed);

    /// <summary>Hand over messages and leave by <c>out</c> when the channel has answered for all of them.</summary>
    public static StepOutcome Send(params ImmutableArray<Effect> messages) => new Sends(messages);

    /// <summary>Stay until an instant.</summary>
    public static StepOutcome Wait(DateTimeOffset until, string? because = null) => new Waits(until, because);

    /// <summary>Stay until an event (or a condition) lets go; with a time limit if <paramref name="until"/> is given.</summary>
    public static StepOutcome WaitForEvent(DateTimeOffset? until) => new Waits(until, null);

    /// <summary>Done; leave by <paramref name="Port"/>.</summary>
    public sealed record Goes(string Port, ImmutableArray<Effect> Effects, string? Because) : StepOutcome;

    /// <summary>Skipped; leave by <c>out</c>.</summary>
    public sealed record Skips(string Because) : StepOutcome;

    /// <summary>Failed.</summary>
    public sealed record Failed(string Because) : StepOutcome;

    /// <summary>The run ends: as failed, or just stopped.</summary>
    public sealed record Ends(string Because, bool IsFault) : StepOutcome;

    /// <summary>Messages go to the outbox; the step is done when they are.</summary>
    public sealed record Sends(ImmutableArray<Effect> Messages) : StepOutcome;

    /// <summary>Waits until <paramref name="Until"/>, or for ever when null.</summary>
    public sealed record Waits(DateTimeOffset? Until, string? Because) : StepOutcome;
}
