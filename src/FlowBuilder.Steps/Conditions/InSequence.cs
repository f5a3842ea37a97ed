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
    [JsonStringEnumMemberName("live")] Live,
    [JsonStringEnumMemberName("ended")] Ended,
    [JsonStringEnumMemberName("ever")] Ever,
    [JsonStringEnumMemberName("review")] Review,
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("sending")] Sending,
    [JsonStringEnumMemberName("done")] Done,
    [JsonStringEnumMemberName("stopped")] Stopped,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("failed")] Failed,
}
