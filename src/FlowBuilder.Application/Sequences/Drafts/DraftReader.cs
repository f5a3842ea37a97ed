using System.Text.Json;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Drafts;

/// <summary>Reads drafts, and says what they would do.</summary>
public sealed class DraftReader(
    IDbContextFactory<FlowBuilderContext> contexts, SequenceDocumentJson documents, PlanCompiler compiler, IInlineTexts texts,
    ProductClock clock)
{
    private const int MostTags = 1_000;

    /// <summary>So many of the newest customers are looked at for fields, and so many of their
    /// happenings for names: what the company sends it sends for them too.</summary>
    private const int NewestCustomers = 200;
    private const int NewestEvents = 2_000;

    /// <summary>The draft as it is stored, and its revision; null when the company has no such sequence.</summary>
    public async Task<(string Text, int Revision)?> TextAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Sequences.AsNoTracking()
            .Where(row => row.Id == sequence.Value)
            .Select(row => new { row.Draft, row.DraftRevision })
            .FirstOrDefaultAsync(cancellation) is { } row
            ? (row.Draft, row.DraftRevision)
            : null;
    }

    /// <summary>The draft; null when the company has no such sequence.</summary>
    public Task<SavedDraft?> ReadAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation) =>
        ReadNewerAsync(company, sequence, -1, cancellation);

    /// <summary>The draft where it is stored at a newer revision than <paramref name="than"/>; else
    /// null, and nothing of it is read.</summary>
    public async Task<SavedDraft?> ReadNewerAsync(CompanyId company, SequenceId sequence, int than, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Sequences.AsNoTracking()
            .Where(row => row.Id == sequence.Value && row.DraftRevision > than)
            .Select(row => new { row.Draft, row.DraftRevision, row.UpdatedBy })
            .FirstOrDefaultAsync(cancellation) is { } row
            && documents.Read(row.Draft).Document is { } document
            ? new SavedDraft(document, row.DraftRevision, row.UpdatedBy)
            : null;
    }

    /// <summary>The draft with all that is needed to draw on it; null when the company has no such sequence.</summary>
    public async Task<DraftToDraw?> OpenAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Sequences.AsNoTracking().FirstOrDefaultAsync(one => one.Id == sequence.Value, cancellation);
        if (row is null || documents.Read(row.Draft).Document is not { } document) return null;
        var directory = await CompanyDirectory.ReadAsync(context, cancellation);
        return new DraftToDraw(
            document, directory, await SurroundingsAsync(context, sequence, cancellation), row.DraftRevision, row.State, row.VersionNumber);
    }

    /// <summary>What the compiler says of a document, and what it would do in plain words; no words while it has errors.</summary>
    public async Task<(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Sentences)> CheckAsync(
        CompanyId company, SequenceDocument document, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(document);
        await using var context = contexts.CreateFor(company);
        var directory = await CompanyDirectory.ReadAsync(context, cancellation);
        var compilation = compiler.Compile(document, directory.Surroundings(clock.Now, texts));
        return (compilation.Diagnostics, compilation.Plan is { } plan
            ? [.. SentenceView.Of(plan, directory).Select(line => line.ToString())]
            : []);
    }

    /// <summary>What publishing would change: the version customers enter now (null before the
    /// first), and how many are inside any version.</summary>
    public async Task<(SequenceDocument? Live, int Inside)> BeforePublishingAsync(
        CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var live = await context.SequenceVersions.AsNoTracking()
            .Where(row => row.SequenceId == sequence.Value)
            .OrderByDescending(row => row.Number)
            .Select(row => row.Document)
            .FirstOrDefaultAsync(cancellation);
        var versions = await context.SequenceVersions
            .Where(row => row.SequenceId == sequence.Value)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
        var inside = await context.Enrollments.CountAsync(
            run => versions.Contains(run.VersionId) && run.State <= EnrollmentState.Sending, cancellation);
        return (live is null ? null : documents.Read(live).Document, inside);
    }

    private static async Task<CompanyVocabulary> SurroundingsAsync(
        FlowBuilderContext context, SequenceId sequence, CancellationToken cancellation)
    {
        var templates = await context.Templates.AsNoTracking()
            .OrderBy(row => row.Name)
            .Select(row => new { row.Key, row.Name, row.Channel })
            .ToListAsync(cancellation);
        return new CompanyVocabulary
        {
            Templates = [.. templates.Select(row => (row.Channel, new Choice(row.Key, row.Name)))],
            Sequences = await context.Sequences.AsNoTracking()
                .Where(row => row.Id != sequence.Value && row.State != SequenceState.Archived)
                .OrderBy(row => row.Title)
                .Select(row => new Choice(row.Id.ToString(), row.Title))
                .ToListAsync(cancellation),
            People = await context.Users.AsNoTracking()
                .Where(row => row.RemovedAt == null)
                .OrderBy(row => row.Name)
                .Select(row => new Choice(row.Id, row.Name))
                .ToListAsync(cancellation),
            Tags = await context.CustomerTags.AsNoTracking()
                .Select(row => row.Tag).Distinct()
                .OrderBy(tag => tag)
                .Take(MostTags)
                .ToListAsync(cancellation),
            Fields = FieldsOf(
                await context.Customers.AsNoTracking()
                    .OrderByDescending(row => row.Id)
                    .Take(NewestCustomers)
                    .Select(row => row.Fields)
                    .ToListAsync(cancellation)),
            Events = [.. (await context.Events.AsNoTracking()
                .OrderByDescending(row => row.CustomerId)
                .ThenByDescending(row => row.Seq)
                .Take(NewestEvents)
                .Where(row => row.Kind == EventKind.Track)
                .Select(row => row.Name).Distinct()
                .ToListAsync(cancellation))
                .Except(CompanyVocabulary.KnownEvents, StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)],
        };
    }

    /// <summary>Names of the fields customers have, with a dot where they lie within another.</summary>
    private static IReadOnlyList<string> FieldsOf(IEnumerable<string> stored) =>
    [
        .. stored.SelectMany(fields => Properties.Parse(fields).Members)
            .SelectMany(
                member =>
                    member.Value.ValueKind == JsonValueKind.Object
                        ? member.Value.EnumerateObject().Select(inner => $"{member.Key}.{inner.Name}")
                        : [member.Key])
            .Distinct(StringComparer.Ordinal)
            .Except(CompanyVocabulary.KnownFields, StringComparer.Ordinal)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];
}
