using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Runs;

/// <summary>What a person does to a run.</summary>
public enum RunMoveKind
{
    /// <summary>End it.</summary>
    Stop,

    /// <summary>Let it go on from the wait it stands on.</summary>
    SkipWait,

    /// <summary>Let it go on at a later step.</summary>
    Move,

    /// <summary>Try messages again that wait for that.</summary>
    Retry,
}

/// <summary>A move, and where to.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Node">The later step, for <see cref="RunMoveKind.Move"/>.</param>
/// <param name="TidyUp">For <see cref="RunMoveKind.Stop"/>: also do the stop actions that only tidy up.</param>
public sealed record RunMove(RunMoveKind Kind, string? Node = null, bool TidyUp = false)
{
    /// <summary>As the engine is asked for it.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="by">Whose name is written beside it.</param>
    public TurnInput Of(long run, string by) => Kind switch
    {
        RunMoveKind.SkipWait => new TurnInput.SkipWaitByHand(new EnrollmentId(run), by),
        RunMoveKind.Move => new TurnInput.MoveByHand(new EnrollmentId(run), Node ?? "", by),
        RunMoveKind.Retry => new TurnInput.RetryByHand(new EnrollmentId(run), by),
        RunMoveKind.Stop => new TurnInput.StopByHand(new EnrollmentId(run), TidyUp, by),
    };
}
