using System.Text.Json;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Api.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>GET /sequences</c>. A company has tens of sequences, at most some thousands: sorted in memory, paged by the last one shown.</summary>
internal static class SequenceList
{
    public static async Task<IResult> ListAsync(
        [FromServices] FlowBuilderContext context, Paging paging, [FromQuery(Name = "q")] string? q, [FromQuery(Name = "state")] string? state, [FromQuery(Name = "sort")] string? sort,
        CancellationToken cancellation)
    {
        var wanted = Choices.Read<SequenceState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var order = Choices.Read<SequenceSort>(sort, "sort", out refusal) ?? SequenceSort.Updated;
        if (refusal is not null) return refusal;

        var all = await context.Sequences.AsNoTracking().Where(row => wanted == null || row.State == wanted)
            .Select(row => new { row.Id, row.Title, row.Description, row.UpdatedAt }).ToListAsync(cancellation);
        var words = q?.Trim() ?? "";
        var keys = all.Where(row => words.Length == 0 || row.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Description.Contains(words, StringComparison.OrdinalIgnoreCase))
            .Select(row => (Key: order == SequenceSort.Title ? row.Title.ToUpperInvariant() : (long.MaxValue - row.UpdatedAt.UtcTicks).ToString("D19", System.Globalization.CultureInfo.InvariantCulture), row.Id))
            .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Id).ToList();
        if (paging.After is { } after)
        {
            if (after is not [var key, var id] || !Guid.TryParse(id, out var last)) return Paging.WrongCursor;
            keys.RemoveAll(row => string.CompareOrdinal(row.Key, key) is var order && (order < 0 || (order == 0 && row.Id.CompareTo(last) <= 0)));
        }

        var shown = keys.Take(paging.Limit + 1).ToArray();
        var ids = shown.Select(row => row.Id).ToArray();
        var rows = await context.Sequences.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        var views = (await ViewsAsync(context, rows, cancellation)).ToDictionary(view => Guid.Parse(view.Id));
        return TypedResults.Ok(paging.Cut(shown.Where(row => views.ContainsKey(row.Id)).ToArray(), row => [row.Key, row.Id.ToString("D")], row => views[row.Id]));
    }

    /// <summary>Views with live counts.</summary>
    public static async Task<IReadOnlyList<SequenceView>> ViewsAsync(FlowBuilderContext context, IReadOnlyList<SequenceRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var live = await context.SequenceVersions.AsNoTracking().Where(version => ids.Contains(version.SequenceId))
            .Select(version => new { version.SequenceId, Count = context.Enrollments.Count(run => run.VersionId == version.Id && run.State <= EnrollmentState.Sending) }).ToListAsync(cancellation);
        var counts = live.GroupBy(row => row.SequenceId).ToDictionary(group => group.Key, group => group.Sum(row => row.Count));
        return [.. rows.Select(row => new SequenceView(
            row.Id.ToString("D"), row.Title, row.Description, row.State, row.DraftRevision, row.VersionNumber == 0 ? null : row.VersionNumber,
            row.Labels is null ? [] : JsonSerializer.Deserialize<string[]>(row.Labels) ?? [], row.PasswordHash is not null, counts.GetValueOrDefault(row.Id), row.UpdatedAt, row.UpdatedBy))];
    }
}
