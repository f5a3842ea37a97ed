using System.Collections.Immutable;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>A customer's run of one version of a sequence: one cursor that walks the plan.</summary>
public sealed record Enrollment
{
    /// <summary>Where a cursor stands that stands nowhere.</summary>
    public const int NoStep = -1;

    private readonly MaybeInstant _heldSince;
    private readonly MaybeInstant _dueAt;
    private readonly MaybeInstant _watchAt;
    private readonly MaybeInstant _endedAt;

    public required EnrollmentId Id { get; init; }

    public required CompanyId Company { get; init; }

    public required CustomerId Customer { get; init; }

    public required SequenceId Sequence { get; init; }

    public required VersionId Version { get; init; }

    /// <summary>The record the run belongs to, where its trigger concerns one.</summary>
    public RecordKey? Record { get; init; }

    public required EnrollmentState State { get; init; }

    public Hold Hold { get; init; }

    /// <summary>Product time since which it is held; null when it is not. A late wait answered with
    /// <i>shift</i> is moved by as much.</summary>
    public DateTimeOffset? HeldSince { get => _heldSince; init => _heldSince = value; }

    /// <summary>Index into the steps of its plan, of the one it stands on (or will run next); <see cref="NoStep"/> once ended.</summary>
    public int Cursor { get; init; } = NoStep;

    /// <summary>How often the cursor's step has been come by, this time included: 1, 2, ... Part of the effect key.</summary>
    public int Pass { get; init; } = 1;

    /// <summary>Passes of steps inside cycles, by step index.</summary>
    public ImmutableDictionary<int, int> Passes { get; init; } = ImmutableDictionary<int, int>.Empty;

    /// <summary>Product time of entry.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Inbox position of the event that brought it: “since enrollment” means after this.</summary>
    public required long EnteredSeq { get; init; }

    /// <summary>When the cursor arrived at its step.</summary>
    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When its step is due: now for Active, the end of a wait for Waiting; null for a
    /// wait without end, and in other states.</summary>
    public DateTimeOffset? DueAt { get => _dueAt; init => _dueAt = value; }

    /// <summary>When a Stop When or a waited-for condition may turn by time alone; null when it cannot.</summary>
    public DateTimeOffset? WatchAt { get => _watchAt; init => _watchAt = value; }

    /// <summary>Set when a late wait was answered with skip: actions are skipped until the next wait.</summary>
    public bool SkipsToNextWait { get; init; }

    /// <summary>Index into the stops of its plan whose stop actions are being done; null in the main flow.</summary>
    public int? StopChain { get; init; }

    public StartingEvent? Event { get; init; }

    /// <summary>How deep the chain of sequences is that led here.</summary>
    public int Depth { get; init; }

    /// <summary>Template revisions an approval pinned, by template key.</summary>
    public ImmutableDictionary<string, int> PinnedTemplates { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What a reviewer wrote in the place of first messages.</summary>
    public ImmutableArray<EditedMessage> EditedMessages { get; init; } = [];

    public DateTimeOffset? EndedAt { get => _endedAt; init => _endedAt = value; }

    /// <summary>Why it ended, for a marketer.</summary>
    public string? EndReason { get; init; }

    /// <summary>Not ended.</summary>
    public bool IsLive => State <= EnrollmentState.Sending;

    /// <summary>The instant at which the engine must look at it next; null: only an event, an answer or a person moves it.</summary>
    public DateTimeOffset? LookAt => !IsLive || Hold != Hold.None ? (IsLive && Hold != Hold.None ? WatchAt : null)
        : (DueAt, WatchAt) switch
        {
            ({ } due, { } watch) => due < watch ? due : watch,
            var (due, watch) => due ?? watch,
        };
}
