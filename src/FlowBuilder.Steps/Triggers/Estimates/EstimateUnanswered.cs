using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Steps.Triggers.Estimates;

/// <summary>An estimate has lain unanswered for a while. Sent anew, the time begins anew; answered or expired, it vanishes.</summary>
[Step("estimate-unanswered", Title = "Estimate not answered", Icon = "hourglass_bottom", Group = "Estimates")]
public sealed record EstimateUnanswered : ClockTrigger
{
    private static readonly RecordLife Course = new([EventNames.EstimateSent],
        [EventNames.EstimateAccepted, EventNames.EstimateDeclined, EventNames.EstimateChangesRequested, EventNames.EstimateExpired]);

    /// <summary>How long after it was sent.</summary>
    [Required, Display(Name = "After", Description = "How long the estimate has been out without an answer, such as 3 days.")]
    public Duration? After { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string RecordType => "estimate";

    /// <inheritdoc />
    public override IEnumerable<Moment> Moments(Facts facts, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (After is not { } wait) yield break;
        var zone = facts.Zone;
        foreach (var estimate in facts.Records.Values
            .Where(record => record.Key.Type == RecordType)
            .OrderBy(record => record.Key.Id, StringComparer.Ordinal))
        {
            if (Course.IsOver(estimate, facts) || SentAt(estimate, facts) is not { } sent) continue;
            var at = LocalClock.Shift(sent, wait, zone);
            if (at > after) yield return new Moment(at, estimate.Key);
        }
    }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<KnownDate> KnownDates => After is { } wait ? [new("sent_at", wait.Negate())] : [];

    /// <inheritdoc />
    public override string Sentence(Names names) =>
        $"an estimate is not answered {After?.ToWords() ?? "some time (not yet chosen)"} after it was sent";

    /// <inheritdoc />
    public override IEnumerable<SettingFinding> Check() => Rules.Length(After, "after", "the time without an answer");

    private static DateTimeOffset? SentAt(Record estimate, Facts facts) =>
        Values.AsMoment(estimate.Properties.Get("sent_at"), facts.Reads)
        ?? (estimate.Status == "sent"
            || facts.Happenings.Any(happening => happening.Record == estimate.Key && happening.Name == EventNames.EstimateSent)
            ? Course.ToldAt(estimate, facts)
            : null);
}
