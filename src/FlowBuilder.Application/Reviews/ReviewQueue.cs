using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Reviews;

/// <summary>The reviews that wait, over all sequences of a company. Each page is one walk of an
/// index; what a message says is read for single ones only.</summary>
public static class ReviewQueue
{
    public const int PageSize = 50;

    /// <summary>As many as can be decided at once.</summary>
    public const int MostAtOnce = 200;

    /// <summary>All that wait for somebody, put off or not.</summary>
    public static Task<int> CountAsync(FlowBuilderContext context, CancellationToken cancellation) =>
        context.Reviews.CountAsync(row => row.State == ReviewState.Waiting, cancellation);

    /// <param name="context">The company's.</param>
    /// <param name="query">Which part of the queue.</param>
    /// <param name="person">Who looks; for <see cref="ReviewFilter.Asked"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ReviewPage> ReadAsync(
        FlowBuilderContext context, ReviewSearch query, string? person, CancellationToken cancellation)
    {
        var all = Wanted(context, query, person);
        var rows = await Select(Ordered(all, query)).Take(PageSize + 1).ToListAsync(cancellation);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new ReviewPage(
            await LinesAsync(context, rows, cancellation), more ? PlaceOf(rows[^1], query.View).ToString() : null,
            await all.CountAsync(cancellation));
    }

    /// <summary>The numbers of those that would do the same to other customers, the oldest first.</summary>
    public static async Task<IReadOnlyList<long>> AlikeAsync(FlowBuilderContext context, string alike, CancellationToken cancellation) =>
        alike.Length == 0 ? []
            : await context.Reviews.AsNoTracking()
                .Where(row => row.State == ReviewState.Waiting && row.Alike == alike && row.SnoozedUntil == null)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .Take(MostAtOnce)
                .ToListAsync(cancellation);

    /// <summary>A review as it is now, decided or not; null when there is none of that number.</summary>
    public static async Task<ReviewItem?> FindAsync(FlowBuilderContext context, long id, CancellationToken cancellation) =>
        await ItemsAsync(context, context.Reviews.AsNoTracking().Where(row => row.Id == id), cancellation) is [var item] ? item : null;

    /// <summary>Those of these numbers that still wait, the oldest first.</summary>
    public static Task<IReadOnlyList<ReviewItem>> FindAsync(
        FlowBuilderContext context, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        ItemsAsync(
            context,
            context.Reviews.AsNoTracking().Where(row => ids.Contains(row.Id) && row.State == ReviewState.Waiting).OrderBy(row => row.Id),
            cancellation);

    /// <summary>The sequences of which something waits, for the filter.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Title)>> SequencesAsync(
        FlowBuilderContext context, CancellationToken cancellation)
    {
        var waiting = await context.Sequences.AsNoTracking()
            .Where(sequence => context.Reviews.Any(row => row.SequenceId == sequence.Id && row.State == ReviewState.Waiting))
            .OrderBy(sequence => sequence.Title)
            .Select(sequence => new { sequence.Id, sequence.Title })
            .Take(500)
            .ToListAsync(cancellation);
        return [.. waiting.Select(sequence => (sequence.Id, sequence.Title))];
    }

    /// <summary>The rows of a view. For the test of its query plan too.</summary>
    internal static IQueryable<ReviewRow> Wanted(FlowBuilderContext context, ReviewSearch query, string? person)
    {
        var rows = context.Reviews.AsNoTracking().Where(row => row.State == ReviewState.Waiting);
        rows = query.View switch
        {
            ReviewFilter.Asked => rows.Where(row => row.AskedOf == person && row.SnoozedUntil == null),
            ReviewFilter.Expiring => rows.Where(row => row.ExpiresAt != null && row.SnoozedUntil == null),
            ReviewFilter.Snoozed => rows.Where(row => row.SnoozedUntil != null),
            ReviewFilter.Waiting => rows.Where(row => row.SnoozedUntil == null),
        };
        return query.Sequence is { } sequence ? rows.Where(row => row.SequenceId == sequence) : rows;
    }

    internal static IQueryable<ReviewRow> Ordered(IQueryable<ReviewRow> rows, ReviewSearch query)
    {
        var place = ReviewPlace.Read(query.After);
        switch (query.View)
        {
            case ReviewFilter.Expiring:
                if (place is { At: { } end }) rows = rows.Where(row => row.ExpiresAt >= end && (row.ExpiresAt > end || row.Id > place.Id));
                return rows.OrderBy(row => row.ExpiresAt).ThenBy(row => row.Id);
            case ReviewFilter.Snoozed:
                if (place is { At: { } back })
                    rows = rows.Where(row => row.SnoozedUntil >= back && (row.SnoozedUntil > back || row.Id > place.Id));
                return rows.OrderBy(row => row.SnoozedUntil).ThenBy(row => row.Id);
            default:
                if (place is not null) rows = rows.Where(row => row.Id > place.Id);
                return rows.OrderBy(row => row.Id);
        }
    }

    /// <summary>Without the messages: they are most of a row.</summary>
    private static IQueryable<ReviewRow> Select(IQueryable<ReviewRow> rows) => rows.Select(row => new ReviewRow
    {
        Id = row.Id, CustomerId = row.CustomerId, SequenceId = row.SequenceId, Kind = row.Kind, OpenedAt = row.OpenedAt,
        ExpiresAt = row.ExpiresAt, SnoozedUntil = row.SnoozedUntil, EscalatedAt = row.EscalatedAt,
        AskedOf = row.AskedOf, Edits = row.Edits, News = row.News, Alike = row.Alike,
    });

    private static ReviewPlace PlaceOf(ReviewRow row, ReviewFilter view) =>
        new(
            view switch
            {
                ReviewFilter.Expiring => row.ExpiresAt,
                ReviewFilter.Snoozed => row.SnoozedUntil,
                ReviewFilter.Waiting or ReviewFilter.Asked => null
            },
            row.Id);

    private static async Task<IReadOnlyList<ReviewLine>> LinesAsync(
        FlowBuilderContext context, List<ReviewRow> rows, CancellationToken cancellation)
    {
        var names = await NamesAsync(context, rows, cancellation);
        var ids = rows.Select(row => row.SequenceId).Distinct().ToArray();
        var titles = await context.Sequences.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Title, cancellation);
        return [.. rows.Select(
            row => new ReviewLine(
                row.Id, names.GetValueOrDefault(row.CustomerId, ""), titles.GetValueOrDefault(row.SequenceId, ""), row.Kind, row.OpenedAt,
                row.ExpiresAt, row.SnoozedUntil,
                row.EscalatedAt, row.AskedOf, row.Edits is not null, row.News is not null, row.Alike))];
    }

    private static async Task<IReadOnlyList<ReviewItem>> ItemsAsync(
        FlowBuilderContext context, IQueryable<ReviewRow> wanted, CancellationToken cancellation)
    {
        var rows = await wanted.ToListAsync(cancellation);
        var runs = rows.ConvertAll(row => row.EnrollmentId);
        var versions = await (from run in context.Enrollments.AsNoTracking()
                              join version in context.SequenceVersions.AsNoTracking() on run.VersionId equals version.Id
                              join sequence in context.Sequences.AsNoTracking() on run.SequenceId equals sequence.Id
                              where runs.Contains(run.Id)
                              select new { run.Id, version.Number, sequence.Title }).ToDictionaryAsync(run => run.Id, cancellation);
        var names = await NamesAsync(context, rows, cancellation);
        return [.. rows.Where(row => versions.ContainsKey(row.EnrollmentId)).Select(row => new ReviewItem
        {
            Id = row.Id, Customer = row.CustomerId, Run = row.EnrollmentId, Etag = row.Etag, Kind = row.Kind, State = row.State,
            CustomerName = names.GetValueOrDefault(row.CustomerId, ""), Sequence = row.SequenceId,
            SequenceTitle = versions[row.EnrollmentId].Title, Version = versions[row.EnrollmentId].Number, Reason = row.Reason,
            Caveats = StoredJson.ReadTexts(row.Caveats), News = StoredJson.ReadTexts(row.News),
            Messages = string.IsNullOrEmpty(row.Messages) ? [] : StoredJson.ReadPreviews(row.Messages),
            Edits = StoredJson.ReadEdits(row.Edits), Alike = row.Alike,
            AskedOf = row.AskedOf, AskedBy = row.AskedBy, AskedNote = row.AskedNote, SnoozedUntil = row.SnoozedUntil,
            SnoozedBy = row.SnoozedBy, OpenedAt = row.OpenedAt, ExpiresAt = row.ExpiresAt,
            EscalatedAt = row.EscalatedAt, DecidedAt = row.DecidedAt, DecidedBy = row.DecidedBy, Note = row.Note,
        })];
    }

    private static async Task<Dictionary<long, string>> NamesAsync(
        FlowBuilderContext context, List<ReviewRow> rows, CancellationToken cancellation)
    {
        var customers = rows.Select(row => row.CustomerId).Distinct().ToArray();
        return await context.Customers.AsNoTracking()
            .Where(row => customers.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
    }
}
