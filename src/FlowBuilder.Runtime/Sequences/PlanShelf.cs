using System.Collections.Concurrent;
using System.Collections.Frozen;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Sequences;

/// <summary>
/// The plans of all companies, read once and held. Newest versions are read at start and whenever a company is refreshed; older ones,
/// which only runs already inside still need, when first asked for.
/// </summary>
internal sealed class PlanShelf(IDbContextFactory<FlowBuilderContext> contexts, StepCatalog catalog) : IPlanShelf, IRefreshable
{
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
    public PublishedSequence? Find(VersionId version) => _versions.TryGetValue(version, out var known) ? known : _versions.GetOrAdd(version, ReadVersion);

    /// <inheritdoc />
    public PublishedSequence? Newest(CompanyId company, SequenceId sequence) => Of(company).BySequence.GetValueOrDefault(sequence);

    /// <inheritdoc />
    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var read = await Newest(context, company).ToListAsync(cancellation);
        foreach (var (version, held) in _versions)
            if (held is null || held.Company == company) _versions.TryRemove(version, out _);
        _companies[company] = Shelve(read);
    }

    private static IQueryable<SequenceAndVersion> Newest(FlowBuilderContext context, CompanyId company) =>
        from sequence in context.Sequences.IgnoreQueryFilters().AsNoTracking()
        join version in context.SequenceVersions.IgnoreQueryFilters().AsNoTracking()
            on new { sequence.CompanyId, SequenceId = sequence.Id, Number = sequence.VersionNumber } equals new { version.CompanyId, version.SequenceId, version.Number }
        where sequence.CompanyId == company.Value
        select new SequenceAndVersion(sequence, version);

    private CompanyPlans Of(CompanyId company) => _companies.TryGetValue(company, out var plans) ? plans : _companies.GetOrAdd(company, Read);

    private CompanyPlans Read(CompanyId company)
    {
        using var context = contexts.CreateDbContext();
        return Shelve([.. Newest(context, company)]);
    }

    private PublishedSequence? ReadVersion(VersionId id)
    {
        using var context = contexts.CreateDbContext();
        var row = (from version in context.SequenceVersions.IgnoreQueryFilters().AsNoTracking()
                   join sequence in context.Sequences.IgnoreQueryFilters().AsNoTracking()
                       on new { version.CompanyId, Id = version.SequenceId } equals new { sequence.CompanyId, sequence.Id }
                   where version.Id == id.Value
                   select new SequenceAndVersion(sequence, version)).FirstOrDefault();
        return row is null ? null : ToPublished(row);
    }

    private CompanyPlans Shelve(IReadOnlyList<SequenceAndVersion> rows)
    {
        var all = rows.Select(ToPublished).ToArray();
        foreach (var published in all) _versions[published.Version] = published;
        var entering = all.Where(published => published.State is SequenceState.Live or SequenceState.Paused).ToArray();
        return new CompanyPlans(
            all.ToFrozenDictionary(published => published.Sequence),
            entering.SelectMany(published => published.Plan.EntryRules.OfType<EntryRule.Fires>().SelectMany(rule => rule.Trigger.ListensTo).Distinct().Select(name => (name, published)))
                .GroupBy(pair => pair.name, pair => pair.published).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal),
            [.. entering.Where(published => published.Plan.EntryRules.Any(rule => rule is EntryRule.Any { When: not null }))],
            [.. entering.Where(published => published.Plan.EntryRules.Any(HasMoments))],
            Hearing.Union(all.Select(published => Hearing.Of(published.Plan))));
    }

    /// <summary>Whether time alone can make it come true.</summary>
    private static bool HasMoments(EntryRule rule) => rule is EntryRule.Fires { Trigger: ClockTrigger } or EntryRule.Any { When.DependsOn.OnTime: true };

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
