using System.Collections.Concurrent;
using System.Collections.Frozen;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Caching;

/// <summary>
/// The plans of all companies, read once and held. Newest versions are read at start and whenever a company is refreshed; older ones,
/// which only runs already inside still need, before a turn of such a run or a screen asks for them
/// (<see cref="HoldAsync"/>). Looking one up reads nothing.
/// </summary>
internal sealed class PlanCache(IDbContextFactory<FlowBuilderContext> contexts, StepCatalog catalog) : IPlanCache, IReloadable
{
    private static readonly CompanyPlans Nothing = new(
        FrozenDictionary<SequenceId, PublishedSequence>.Empty, FrozenDictionary<string, PublishedSequence[]>.Empty, [], [],
        Hearing.Union([]));

    private readonly PlanJson _plans = new(catalog);

    private readonly ConcurrentDictionary<CompanyId, CompanyPlans> _companies = [];
    private readonly ConcurrentDictionary<VersionId, PublishedSequence?> _versions = [];

    /// <inheritdoc />
    public IReadOnlyList<PublishedSequence> ListeningTo(CompanyId company, string eventName) =>
        Of(company).ByEvent.TryGetValue(eventName, out var listening) ? listening : [];

    /// <inheritdoc />
    public IReadOnlyList<PublishedSequence> WithEntryConditions(CompanyId company) => Of(company).WithEntryConditions;

    /// <inheritdoc />
    public IReadOnlyList<PublishedSequence> WithMoments(CompanyId company) => Of(company).WithMoments;

    /// <inheritdoc />
    public Hearing HeardBy(CompanyId company) => Of(company).Hearing;

    /// <inheritdoc />
    public PublishedSequence? Find(VersionId version) => _versions.GetValueOrDefault(version);

    /// <inheritdoc />
    public async ValueTask HoldAsync(IReadOnlyCollection<VersionId> versions, CancellationToken cancellation)
    {
        List<long>? unknown = null;
        foreach (var version in versions)
            if (!_versions.ContainsKey(version)) (unknown ??= []).Add(version.Value);
        if (unknown is null) return;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var row in await ReadAsync(context, unknown, cancellation)) _versions[new VersionId(row.Version.Id)] = ToPublished(row);
        // Of one that is not there it is remembered that it is not.
        foreach (var version in unknown) _versions.TryAdd(new VersionId(version), null);
    }

    /// <inheritdoc />
    public PublishedSequence? Newest(CompanyId company, SequenceId sequence) => Of(company).BySequence.GetValueOrDefault(sequence);

    /// <inheritdoc />
    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var newest = await Newest(context, company).ToListAsync(cancellation);
        var older = _versions.Where(held => held.Value?.Company == company)
            .Select(held => held.Key.Value)
            .Except(newest.Select(row => row.Version.Id)).ToList();
        var read = await ReadAsync(context, older, cancellation);
        // What is held stays held, as it is now: a title or a state of the sequence may have changed.
        foreach (var row in read) _versions[new VersionId(row.Version.Id)] = ToPublished(row);
        foreach (var gone in older.Except(read.Select(row => row.Version.Id))) _versions.TryRemove(new VersionId(gone), out _);
        _companies[company] = Arrange(newest);
    }

    private static Task<List<SequenceAndVersion>> ReadAsync(
        FlowBuilderContext context, List<long> versions, CancellationToken cancellation) =>
        (from version in context.SequenceVersions.IgnoreQueryFilters().AsNoTracking()
         join sequence in context.Sequences.IgnoreQueryFilters().AsNoTracking()
             on new { version.CompanyId, Id = version.SequenceId } equals new { sequence.CompanyId, sequence.Id }
         where versions.Contains(version.Id)
         select new SequenceAndVersion(sequence, version)).ToListAsync(cancellation);

    private static IQueryable<SequenceAndVersion> Newest(FlowBuilderContext context, CompanyId company) =>
        from sequence in context.Sequences.IgnoreQueryFilters().AsNoTracking()
        join version in context.SequenceVersions.IgnoreQueryFilters().AsNoTracking()
            on new
            {
                sequence.CompanyId, SequenceId = sequence.Id, Number = sequence.VersionNumber
            } equals new { version.CompanyId, version.SequenceId, version.Number }
        where sequence.CompanyId == company.Value
        select new SequenceAndVersion(sequence, version);

    private CompanyPlans Of(CompanyId company) => _companies.GetValueOrDefault(company, Nothing);

    private CompanyPlans Arrange(IReadOnlyList<SequenceAndVersion> rows)
    {
        var all = rows.Select(ToPublished).ToArray();
        foreach (var published in all) _versions[published.Version] = published;
        var entering = all.Where(published => published.State is SequenceState.Live or SequenceState.Paused).ToArray();
        return new CompanyPlans(
            all.ToFrozenDictionary(published => published.Sequence),
            entering.SelectMany(
                published => published.Plan.EntryRules
                    .OfType<EntryRule.Fires>()
                    .SelectMany(rule => rule.Trigger.ListensTo).Distinct()
                    .Select(name => (name, published)))
                .GroupBy(pair => pair.name, pair => pair.published)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
            [.. entering.Where(published => published.Plan.EntryRules.Any(rule => rule is EntryRule.Any { When: not null }))],
            [.. entering.Where(published => published.Plan.EntryRules.Any(HasMoments))],
            Hearing.Union(all.Select(published => Hearing.Of(published.Plan))));
    }

    /// <summary>Whether time alone can make it come true.</summary>
    private static bool HasMoments(EntryRule rule) =>
        rule is EntryRule.Fires { Trigger: ClockTrigger } or EntryRule.Any { When.DependsOn.OnTime: true };

    private PublishedSequence ToPublished(SequenceAndVersion row) => new()
    {
        Company = new CompanyId(row.Sequence.CompanyId),
        Sequence = new SequenceId(row.Sequence.Id),
        Version = new VersionId(row.Version.Id),
        Number = row.Version.Number,
        LiveNumber = row.Sequence.VersionNumber,
        Title = row.Sequence.Title,
        State = row.Sequence.State,
        Plan = _plans.Read(row.Version.Plan),
    };

    private sealed record SequenceAndVersion(SequenceRow Sequence, SequenceVersionRow Version);

    private sealed record CompanyPlans(
        FrozenDictionary<SequenceId, PublishedSequence> BySequence,
        FrozenDictionary<string, PublishedSequence[]> ByEvent,
        PublishedSequence[] WithEntryConditions,
        PublishedSequence[] WithMoments,
        Hearing Hearing);
}
