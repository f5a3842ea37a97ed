using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Conditions;

namespace FlowBuilder.Steps.Waits;

/// <summary>Waits until an event happens, or a time is up. What happens while waiting counts, or
/// what has happened since the customer entered.</summary>
[Step("wait-for-event", Title = "Wait for an event", Icon = "hourglass_empty", Group = "Waits")]
public sealed record WaitForEvent : WaitStep
{
    /// <summary>The event's exact name.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Event", Description = "The event's name, exactly as it is sent, such as Estimate Accepted.")]
    public string? Event { get; init; }

    /// <summary>For the run's own record, or any. Left out: the same record where the event is about that type of record.</summary>
    [Display(Name = "Record", Description = "Only for the same estimate, invoice, visit... this run is about, or for any.")]
    public RecordScope? Record { get; init; }

    /// <summary>Whether only what happens from the arrival here on counts (the default), or all since the customer entered.</summary>
    [Display(
        Name = "What counts",
        Description = "Only what happens while waiting here, or also what has happened since the customer entered this sequence.")]
    public WaitSince? Since { get; init; }

    /// <summary>The longest wait; then it leaves by <c>timedOut</c>.</summary>
    [Required, Display(
        Name = "At most", Description = "The longest time to wait, such as 7 days. Then the customer takes the “timed out” branch.")]
    public Duration? Timeout { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ImmutableArray<string> Ports => Timed.Ports;

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies Hears => Event is null ? Dependencies.None : Dependencies.OnEvent(Event);

    /// <inheritdoc />
    public override StepOutcome Run(StepContext c)
    {
        ArgumentNullException.ThrowIfNull(c);
        if (string.IsNullOrWhiteSpace(Event)) return StepOutcome.Skip("no event has been chosen");
        if (Since == WaitSince.Enrollment && HasHappened(c))
            return StepOutcome.Leave(because: $"{ValuePhrases.Quote(Event)} had already happened");
        return StepOutcome.WaitForEvent(Timeout?.Reach(c.ArrivedAt));
    }

    /// <inheritdoc />
    public override StepOutcome? OnEvent(StepContext c, CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Name == Event && SameRecord.Counts(Record, c.Run.Record, c.Run.Event, happened.Name, happened.Record)
            ? StepOutcome.Leave(because: $"{ValuePhrases.Quote(Event)} happened")
            : null;
    }

    /// <inheritdoc />
    public override StepOutcome OnDue(StepContext c) => StepOutcome.Leave(Timed.Out, "time ran out");

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"wait until {ValuePhrases.Quote(Event, "event not yet chosen")} "
            + $"happens{SameRecord.ToWords(Record)}{(Since == WaitSince.Enrollment ? " or has happened since the customer entered" : "")}, at most {Timeout?.ToWords() ?? "some time (not yet chosen)"}";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Length(Timeout, "timeout", "how long to wait at most");

    private bool HasHappened(StepContext c)
    {
        foreach (var happening in c.Facts.Happenings)
            if (happening.Seq > c.Run.EnteredSeq
                && happening.Name == Event
                && SameRecord.Counts(Record, c.Run.Record, c.Run.Event, happening.Name, happening.Record))
                return true;
        return false;
    }
}

/// <summary>From when on an event that is waited for counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitSince>))]
public enum WaitSince
{
    /// <summary>From the arrival at the wait.</summary>
    [JsonStringEnumMemberName("arrival")] Arrival,

    /// <summary>Since the customer entered the sequence.</summary>
    [JsonStringEnumMemberName("enrollment")] Enrollment,
}
