using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>
/// The one query behind the list on screen and the list of the API. Filtered, sorted and cut in the database; drawings are not read.
/// Capital and small letters are the same; beyond the Latin letters the database knows them only as typed, small or all capital.
/// </summary>
[SuppressMessage("Globalization", "CA1304", Justification = Sql), SuppressMessage("Globalization", "CA1311", Justification = Sql)]
[SuppressMessage("Performance", "CA1862", Justification = Sql), SuppressMessage("Globalization", "CA1309", Justification = Sql)]
public static class SequenceSearch
{
    private const string Sql = "These become SQL, which knows lower() and < and no cultures.";

    /// <summary>The sequences of the context's company that fit.</summary>
    public static IQueryable<SequenceRow> Find(
        FlowBuilderContext context, string text, SequenceState? state, string label = "", string owner = "")
    {
        var rows = context.Sequences.AsNoTracking();
        if (state is not null) rows = rows.Where(row => row.State == state);
        if (owner.Length > 0) rows = rows.Where(row => row.OwnerId == owner);
        if (label.Length > 0)
        {
            // Labels are stored as a JSON list; within its quotes a label is found whole.
            var quoted = JsonSerializer.Serialize(label);
            rows = rows.Where(row => row.Labels != null && row.Labels.Contains(quoted));
        }

        if (text.Length == 0) return rows;
        var (small, capital) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        return rows.Where(row => row.Title.ToLower().Contains(small) || row.Title.Contains(text) || row.Title.Contains(capital)
            || row.Description.ToLower().Contains(small) || row.Description.Contains(text) || row.Description.Contains(capital));
    }

    /// <summary>In order; what is alike stands in the order it was made.</summary>
    public static IQueryable<SequenceRow> Order(IQueryable<SequenceRow> rows, SequenceSort sort) => sort switch
    {
        SequenceSort.Title => rows.OrderBy(row => row.Title.ToLower()).ThenBy(row => row.Id),
        SequenceSort.State => rows.OrderBy(row => row.State).ThenByDescending(row => row.UpdatedAt).ThenBy(row => row.Id),
        SequenceSort.Updated => rows.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id),
    };

    /// <summary>What stands behind a title in the order of titles; <paramref name="last"/> decides among those that are alike.</summary>
    public static IQueryable<SequenceRow> BehindTitle(IQueryable<SequenceRow> rows, string title, Guid last) =>
        rows.Where(row => string.Compare(row.Title.ToLower(), title) > 0 || (row.Title.ToLower() == title && row.Id > last));

    /// <summary>Reads a page, with what is inside each.</summary>
    public static async Task<IReadOnlyList<SequenceLine>> ReadAsync(
        FlowBuilderContext context, IQueryable<SequenceRow> rows, CancellationToken cancellation)
    {
        var read = await rows.Select(row => new
        {
            row.Id, row.Title, SortTitle = row.Title.ToLower(), row.Description, row.State, row.DraftRevision, row.VersionNumber,
            row.Labels, row.OwnerId, IsProtected = row.PasswordHash != null, row.UpdatedAt, row.UpdatedBy,
        }).ToListAsync(cancellation);
        var ids = read.Select(row => row.Id).ToArray();
        var counts = (await context.SequenceVersions.AsNoTracking().Where(version => ids.Contains(version.SequenceId)).Select(version => new
        {
            version.SequenceId,
            All = context.Enrollments.Count(run => run.VersionId == version.Id),
            Inside = context.Enrollments.Count(run => run.VersionId == version.Id && run.State <= EnrollmentState.Sending),
            Done = context.Enrollments.Count(run => run.VersionId == version.Id && run.State == EnrollmentState.Done),
        }).ToListAsync(cancellation)).ToLookup(version => version.SequenceId);
        var owners = read.Select(row => row.OwnerId).OfType<string>().Distinct().ToArray();
        var names = await context.Users.AsNoTracking()
            .Where(user => owners.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Name, cancellation);
        return [.. read.Select(row => new SequenceLine(
            new SequenceId(row.Id), row.Title, row.Description, row.State, row.DraftRevision,
            row.VersionNumber == 0 ? null : row.VersionNumber,
            row.Labels is null ? [] : JsonSerializer.Deserialize<string[]>(row.Labels) ?? [], row.IsProtected,
            counts[row.Id].Sum(count => count.Inside), counts[row.Id].Sum(count => count.Done),
            counts[row.Id].Sum(count => count.All - count.Inside - count.Done),
            row.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, row.UpdatedAt, row.UpdatedBy, row.SortTitle))];
    }
}
