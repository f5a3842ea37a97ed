using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Simulation;

/// <summary>Plans in memory, found by looking at all of them: for test runs and tests, which hold few.</summary>
public sealed class FixedPlans : IPlanCache
{
    private readonly List<PublishedSequence> _all = [];

    /// <summary>Puts a version in place; older versions of its sequence no longer take entries.</summary>
    public void Put(PublishedSequence published)
    {
        ArgumentNullException.ThrowIfNull(published);
        for (var i = 0; i < _all.Count; i++)
            if (_all[i].Sequence == published.Sequence) _all[i] = _all[i] with { LiveNumber = published.Number, State = published.State };
        _all.Add(published);
    }

    /// <summary>Pauses, resumes or archives a sequence.</summary>
    public void Set(SequenceId sequence, SequenceState state)
    {
        for (var i = 0; i < _all.Count; i++)
            if (_all[i].Sequence == sequence) _all[i] = _all[i] with { State = state };
    }

    public IReadOnlyList<PublishedSequence> ListeningTo(CompanyId company, string eventName) =>
        [.. Open(
            company).Where(
                published =>
                    published.Plan.EntryRules.OfType<EntryRule.Fires>().Any(fires => fires.Trigger.ListensTo.Contains(eventName)))];

    public IReadOnlyList<PublishedSequence> WithEntryConditions(CompanyId company) =>
        [.. Open(company).Where(published => published.Plan.EntryRules.OfType<EntryRule.Any>().Any(any => any.When is not null))];

    public IReadOnlyList<PublishedSequence> WithMoments(CompanyId company) =>
        [.. Open(
            company).Where(
                published =>
                    published.TakesEntries
                    && published.Plan.EntryRules.Any(
                        rule => rule is EntryRule.Fires { Trigger: ClockTrigger } or EntryRule.Any { When: not null }))];

    public Hearing HeardBy(CompanyId company) =>
        Hearing.Union(_all.Where(published => published.Company == company && published.Number == published.LiveNumber)
            .Select(published => Hearing.Of(published.Plan)));

    public ValueTask HoldAsync(IReadOnlyCollection<VersionId> versions, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public PublishedSequence? Find(VersionId version) => _all.Find(published => published.Version == version);

    public PublishedSequence? Newest(CompanyId company, SequenceId sequence) =>
        _all.FindLast(published => published.Company == company && published.Sequence == sequence);

    private IEnumerable<PublishedSequence> Open(CompanyId company) => _all.Where(published => published.Company == company
        && published.Number == published.LiveNumber && published.State is SequenceState.Live or SequenceState.Paused);
}
