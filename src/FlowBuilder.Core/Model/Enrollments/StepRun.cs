using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>One step done (or skipped, failed...) for one enrollment: one row of history.</summary>
public sealed record StepRun
{
    public required EnrollmentId Enrollment { get; init; }

    /// <summary>What the enrollment is in.</summary>
    public required SequenceId Sequence { get; init; }

    /// <summary>The node, and how often it had been come by.</summary>
    public required string Node { get; init; }

    public required int Pass { get; init; }

    /// <summary>The step's id, such as <c>email-customer</c>.</summary>
    public required string StepType { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public required DateTimeOffset At { get; init; }

    public required StepResult Result { get; init; }

    /// <summary>The port left by, where there are several.</summary>
    public string? Port { get; init; }

    /// <summary>What was decided and why where it is more than the plain thing; null: the step's own sentence says it all.</summary>
    public string? Because { get; init; }
}

/// <summary>How a step ended. Numbers are stored.</summary>
public enum StepResult
{
    Done = 0,
    Skipped = 1,
    Failed = 2,
    TimedOut = 3,

    /// <summary>Its message is <i>unknown</i>: a person decides in the Out-tray, the customer went on.</summary>
    Unknown = 4,

    /// <summary>A stop came first.</summary>
    Cancelled = 5,
}
