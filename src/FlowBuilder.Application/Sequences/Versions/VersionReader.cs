using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Versions;

/// <summary>Reads published versions of a sequence.</summary>
public sealed class VersionReader(IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, IPlanCache plans)
{
    /// <summary>Shown at most, the newest; older ones are found by their number.</summary>
    public const int Most = 200;

    /// <summary>The versions, newest first.</summary>
    public async Task<IReadOnlyList<VersionOverview>> ListAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = await context.SequenceVersions.AsNoTracking()
            .Where(row => row.SequenceId == sequence.Value)
            .OrderByDescending(row => row.Number)
            .Take(Most)
            .Select(row => new { row.Id, row.Number, row.PublishedAt, row.PublishedBy }).ToListAsync(cancellation);
        var ids = rows.ConvertAll(row => row.Id);
        var inside = await context.Enrollments.AsNoTracking()
            .Where(run => ids.Contains(run.VersionId) && run.State <= EnrollmentState.Sending)
            .GroupBy(run => run.VersionId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. rows.Select(row => new VersionOverview(row.Number, row.PublishedAt, row.PublishedBy, inside.GetValueOrDefault(row.Id)))];
    }

    /// <summary>The versions as programs see them, newest first.</summary>
    /// <returns>Null when the company has no such sequence.</returns>
    public async Task<IReadOnlyList<VersionView>?> PageAsync(
        CompanyId company, SequenceId sequence, IdRange range, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        if (!await context.Sequences.AnyAsync(row => row.Id == sequence.Value, cancellation)) return null;
        return await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == sequence.Value && version.Number < range.Before)
            .OrderByDescending(version => version.Number).Take(range.Take)
            .Select(version => new VersionView(version.Number, version.PlanHash, version.PublishedAt, version.PublishedBy))
            .ToListAsync(cancellation);
    }

    /// <summary>What a sequence is called and at; null when the company has no such sequence.</summary>
    public async Task<SequenceHead?> HeadAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Sequences.AsNoTracking()
            .Where(row => row.Id == sequence.Value)
            .Select(row => new SequenceHead(row.Title, row.State, row.VersionNumber))
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The document of a version as it is stored; null when there is no such version.</summary>
    public async Task<string?> TextAsync(CompanyId company, SequenceId sequence, long number, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await TextAsync(context, sequence, number, cancellation);
    }

    /// <summary>The document of a version; null when there is no such version.</summary>
    public async Task<SequenceDocument?> ReadAsync(CompanyId company, SequenceId sequence, int number, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await ReadAsync(context, sequence, number, cancellation);
    }

    internal async Task<SequenceDocument?> ReadAsync(
        FlowBuilderContext context, SequenceId sequence, int number, CancellationToken cancellation) =>
        await TextAsync(context, sequence, number, cancellation) is { } stored ? documents.Read(stored).Document : null;

    /// <summary>What a version does, from the plan customers in it run.</summary>
    public async Task<IReadOnlyList<Sentence>> SentencesAsync(
        CompanyId company, SequenceId sequence, int number, Names names, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var id = await context.SequenceVersions.AsNoTracking()
            .Where(row => row.SequenceId == sequence.Value && row.Number == number)
            .Select(row => (long?)row.Id)
            .FirstOrDefaultAsync(cancellation);
        if (id is not { } version) return [];
        await plans.HoldAsync([new VersionId(version)], cancellation);
        return plans.Find(new VersionId(version)) is { } published ? SentenceView.Of(published.Plan, names) : [];
    }

    private static Task<string?> TextAsync(FlowBuilderContext context, SequenceId sequence, long number, CancellationToken cancellation) =>
        context.SequenceVersions.AsNoTracking()
            .Where(row => row.SequenceId == sequence.Value && row.Number == number)
            .Select(row => row.Document)
            .FirstOrDefaultAsync(cancellation);
}
