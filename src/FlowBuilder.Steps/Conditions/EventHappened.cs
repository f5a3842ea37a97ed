using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Conditions;

/// <summary>
/// An event happened: ever, within a time (by the event's own time, days being 24 hours), or since enrollment (by arrival). Turned round:
/// it did not. Without a run nothing has happened since enrollment.
/// </summary>
[Step("event-happened", Title = "Event happened", Icon = "history", Group = "Events")]
public sealed record EventHappened : ConditionStep
{
    /// <summary>The event's exact name.</summary>
    [Required, StringLength(Rules.LongestName), Display(
        Name = "Event", Description = "The event's name, exactly as it is sent, such as Estimate Accepted.")]
    public string? Event { get; init; }

    /// <summary>Only within this time before now.</summary>
    [Display(
        Name = "Within",
        Description = "Only if it happened within this time, such as P30D for the last 30 days. Leave empty for any time.")]
    public Duration? Within { get; init; }

    /// <summary>Ever (default), or only since the customer entered this sequence.</summary>
    [Display(Name = "Since", Description = "Ever, or only since the customer entered this sequence.")]
    public EventSince? Since { get; init; }

    /// <summary>For the run's own record, or any. Left out: the same record where the event is about that type of record.</summary>
    [Display(Name = "Record", Description = "Only for the same estimate, invoice, visit... this run is about, or for any.")]
    public RecordScope? Record { get; init; }

    /// <summary>At least so many times; default once.</summary>
    [Range(1, 1000), Display(Name = "At least", Description = "How many times it must have happened. Leave empty for once.")]
    public int? AtLeast { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Dependencies DependsOn => Event is null ? Dependencies.None : Dependencies.OnEvent(Event) with
    {
        OnTime = Within is not null,
        OwnRecord = Record == RecordScope.Same,
    };

    /// <inheritdoc />
    protected override bool IsTrue(ConditionContext c)
    {
        var needed = AtLeast ?? 1;
        return needed <= 0 || Matching(c).Take(needed).Count() == needed;
    }

    /// <inheritdoc />
    public override DateTimeOffset? MayTurnAt(ConditionContext c)
    {
        // Time only takes events out of the window: the answer turns when the last one that is needed leaves it.
        if (Within is not { } within) return null;
        var ends = Matching(c).Select(happening => within.Reach(happening.At)).OrderDescending().ToList();
        var needed = AtLeast ?? 1;
        return needed > 0 && ends.Count >= needed ? ends[needed - 1] : null;
    }

    /// <inheritdoc />
    public override string Sentence(Names names)
    {
        var times = AtLeast is { } count && count > 1 ? string.Create(CultureInfo.InvariantCulture, $" at least {count} times") : "";
        var within = Within is { } time ? $" within {time.ToWords()}" : "";
        var since = Since == EventSince.Enrollment ? " since the customer entered" : "";
        return
            $"{ValuePhrases.Quote(Event, "event not yet chosen")} "
                + $"{(Not ? "has not happened" : "has happened")}{times}{within}{since}{SameRecord.ToWords(Record)}";
    }

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Length(Within, "within", "the time within which it happened");

    private IEnumerable<HistoryEvent> Matching(ConditionContext c)
    {
        if (Event is null || (Since == EventSince.Enrollment && c.Run is null)) yield break;
        var after = Since == EventSince.Enrollment ? c.Run!.EnteredSeq : long.MinValue;
        foreach (var happening in c.Facts.Happenings)
        {
            if (happening.Seq > after && happening.Name == Event && SameRecord.Counts(Record, c.Record, c.Event, Event, happening.Record)
                && (Within is not { } within || within.Reach(happening.At) > c.Now))
                for (var i = 0; i < happening.Times; i++) yield return happening;
        }
    }
}

/// <summary>From when on events count.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventSince>))]
public enum EventSince
{
    /// <summary>At any time.</summary>
    [JsonStringEnumMemberName("ever")] Ever,

    /// <summary>Since the customer entered this sequence.</summary>
    [JsonStringEnumMemberName("enrollment")] Enrollment,
}
