using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Sequences.Versions;

/// <summary>Reads published versions of a sequence, as the company of the context has them.</summary>
internal sealed class VersionReading(SequenceDocumentJson documents, IPlanShelf plans)
{
    /// <summary>Shown at most, the newest; older ones are found by their number.</summary>
    public const int Most = 200;

    /// <summary>The versions, newest first.</summary>
    public static async Task<IReadOnlyList<VersionOverview>> ListAsync(FlowBuilderContext context, SequenceId sequence, CancellationToken cancellation)
    {
        var rows = await context.SequenceVersions.AsNoTracking().Where(row => row.SequenceId == sequence.Value).OrderByDescending(row => row.Number).Take(Most)
            .Select(row => new { row.Id, row.Number, row.PublishedAt, row.PublishedBy }).ToListAsync(cancellation);
        var ids = rows.ConvertAll(row => row.Id);
        var inside = await context.Enrollments.AsNoTracking().Where(run => ids.Contains(run.VersionId) && run.State <= EnrollmentState.Sending)
            .GroupBy(run => run.VersionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. rows.Select(row => new VersionOverview(row.Number, row.PublishedAt, row.PublishedBy, inside.GetValueOrDefault(row.Id)))];
    }

    /// <summary>The document of a version; null when there is no such version.</summary>
    public async Task<SequenceDocument?> ReadAsync(FlowBuilderContext context, SequenceId sequence, int number, CancellationToken cancellation) =>
        await context.SequenceVersions.AsNoTracking().Where(row => row.SequenceId == sequence.Value && row.Number == number).Select(row => row.Document).FirstOrDefaultAsync(cancellation) is { } stored
            ? documents.Read(stored).Document : null;

    /// <summary>The draft's document.</summary>
    public async Task<SequenceDocument?> DraftAsync(FlowBuilderContext context, SequenceId sequence, CancellationToken cancellation) =>
        await context.Sequences.AsNoTracking().Where(row => row.Id == sequence.Value).Select(row => row.Draft).FirstOrDefaultAsync(cancellation) is { } stored ? documents.Read(stored).Document : null;

    /// <summary>What a version does, from the plan customers in it run.</summary>
    public async Task<IReadOnlyList<Sentence>> SentencesAsync(FlowBuilderContext context, SequenceId sequence, int number, Names names, CancellationToken cancellation)
    {
        var id = await context.SequenceVersions.AsNoTracking().Where(row => row.SequenceId == sequence.Value && row.Number == number).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        return id is { } version && plans.Find(new VersionId(version)) is { } published ? SentenceView.Of(published.Plan, names) : [];
    }
}
