using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Steps.Conditions;

/// <summary>The customer is, or was, in a sequence, for any record.</summary>
[Step("in-sequence", Title = "In a sequence", Icon = "account_tree", Group = "Sequences")]
public sealed record InSequence : ConditionStep
{
    /// <summary>The sequence's id.</summary>
    [Required, Display(Name = "Sequence", Description = "The sequence to look in.")]
    public string? Sequence { get; init; }

    /// <summary>What the run must be at. Default: live.</summary>
    [Display(Name = "State", Description = "In it now (live), or how it ended. Leave empty for in it now.")]
    public RunState? State { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => new() { OnRuns = true };

    /// <inheritdoc />
    [JsonIgnore]
    public override IEnumerable<Reference> References => string.IsNullOrWhiteSpace(Sequence) ? [] : [new(ReferenceKind.Sequence, Sequence)];

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        var state = State ?? RunState.Live;
        return SequenceId.TryParse(Sequence, out var id) && c.Facts.Enrollments.Any(run => run.Sequence == id && IsAt(run, state));
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var name = names.Sequence(Sequence);
        return (State ?? RunState.Live) switch
        {
            RunState.Live => $"the customer {(Not ? "is not" : "is")} in {name}",
            RunState.Ever => $"the customer {(Not ? "has never been" : "is or was")} in {name}",
            RunState.Ended => $"the customer {(Not ? "has not left" : "has left")} {name}",
            { } state => $"the customer's run of {name} {(Not ? "is not" : "is")} {state.ToString().ToLowerInvariant()}",
        };
    }

    private static bool IsAt(Enrollment run, RunState state) => state switch
    {
        RunState.Live => run.IsLive,
        RunState.Ended => !run.IsLive,
        RunState.Ever => true,
        _ => run.State.ToString() == state.ToString(),
    };
}

/// <summary>What a run is at: the enrollment states, and live, ended, ever.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>In it now, at whatever.</summary>
    [JsonStringEnumMemberName("live")] Live,

    /// <summary>A run of it has ended.</summary>
    [JsonStringEnumMemberName("ended")] Ended,

    /// <summary>In it now or once.</summary>
    [JsonStringEnumMemberName("ever")] Ever,

    /// <summary>In it, waiting for approval.</summary>
    [JsonStringEnumMemberName("review")] Review,

    /// <summary>In it, about to go on.</summary>
    [JsonStringEnumMemberName("active")] Active,

    /// <summary>In it, at a wait.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,

    /// <summary>In it, until a message has its answer.</summary>
    [JsonStringEnumMemberName("sending")] Sending,

    /// <summary>Came to an end of the drawing.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>Ended by a Stop When, by hand or with the sequence.</summary>
    [JsonStringEnumMemberName("stopped")] Stopped,

    /// <summary>Rejected in the review.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Ended because a step failed.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
