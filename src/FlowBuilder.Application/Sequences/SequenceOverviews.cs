using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences;

/// <summary>Reads what the page of one sequence shows.</summary>
public sealed class SequenceOverviews(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, PlanCompiler compiler, IPlanCache plans,
    IInlineTexts texts, ProductClock clock)
{
    private const int MostVersions = 20;

    /// <summary>Null when the company has no such sequence.</summary>
    public async Task<SequenceOverview?> ReadAsync(CompanyId company, SequenceId id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var one = context.Sequences.AsNoTracking().Where(row => row.Id == id.Value);
        if (await SequenceSearch.ReadAsync(context, one, cancellation) is not [var line]) return null;
        var draft = await one.Select(row => row.Draft).FirstOrDefaultAsync(cancellation);
        if (draft is null || documents.Read(draft).Document is not { } document) return null;
        var names = await CompanyDirectory.ReadAsync(context, cancellation);
        var compiled = compiler.Compile(document, names.Surroundings(clock.Now, texts));
        var live = plans.Newest(company, id);
        var versions = await context.SequenceVersions.AsNoTracking()
            .Where(version => version.SequenceId == id.Value)
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Id, version.Number, version.PublishedAt, version.PublishedBy }).ToListAsync(cancellation);
        var ids = versions.ConvertAll(version => version.Id);
        var runs = await context.Enrollments.AsNoTracking()
            .Where(run => ids.Contains(run.VersionId))
            .GroupBy(run => new { run.State, run.Hold })
            .Select(group => new { group.Key.State, group.Key.Hold, Count = group.Count() }).ToListAsync(cancellation);
        return new SequenceOverview(
            line, document.Settings.ReviewBeforeExecution, live is null ? null : SentenceView.Of(live.Plan, names),
            compiled.Plan is { } plan ? SentenceView.Of(plan, names) : [],
            [.. compiled.Diagnostics.OrderByDescending(found => found.Severity)], live is not null && compiled.Plan?.Hash == live.Plan.Hash,
            [.. versions.Take(MostVersions).Select(version => new VersionLine(version.Number, version.PublishedAt, version.PublishedBy))],
            [.. runs.OrderBy(run => run.State).ThenBy(run => run.Hold).Select(run => new RunCount(run.State, run.Hold, run.Count))]);
    }
}
