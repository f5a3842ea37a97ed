using System.Globalization;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Sequences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Sequences;

/// <summary><c>GET /sequences</c>, paged behind the last one shown.</summary>
internal static class SequenceList
{
    public static async Task<IResult> ListAsync(
        [FromServices] FlowBuilderContext context, Paging paging, [FromQuery(Name = "q")] string? q, [FromQuery(Name = "state")] string? state, [FromQuery(Name = "sort")] string? sort,
        [FromQuery(Name = "label")] string? label, [FromQuery(Name = "owner")] string? owner, CancellationToken cancellation)
    {
        var wanted = Choices.Read<SequenceState>(state, "state", out var refusal);
        if (refusal is not null) return refusal;
        var order = Choices.Read<SequenceSort>(sort, "sort", out refusal) ?? SequenceSort.Updated;
        if (refusal is not null) return refusal;

        var rows = SequenceSearch.Find(context, q?.Trim() ?? "", wanted, label?.Trim() ?? "", owner?.Trim() ?? "");
        if (paging.After is { } after)
        {
            if (after is not [var key, var id] || !Guid.TryParse(id, out var last) || Behind(rows, order, key, last) is not { } behind) return Paging.WrongCursor;
            rows = behind;
        }

        var lines = await SequenceSearch.ReadAsync(context, SequenceSearch.Order(rows, order).Take(paging.Limit + 1), cancellation);
        return TypedResults.Ok(paging.Cut(lines, line => [KeyOf(line, order), line.Id.ToString()], View));
    }

    /// <summary>One sequence with live counts; null when there is none of that id.</summary>
    public static async Task<SequenceView?> FindAsync(FlowBuilderContext context, SequenceId id, CancellationToken cancellation) =>
        await SequenceSearch.ReadAsync(context, context.Sequences.AsNoTracking().Where(row => row.Id == id.Value), cancellation) is [var line] ? View(line) : null;

    private static SequenceView View(SequenceLine line) => new(
        line.Id.ToString(), line.Title, line.Description, line.State, line.Revision, line.Version, line.Labels, line.IsProtected, line.Inside, line.Finished + line.Stopped, line.Owner, line.UpdatedAt, line.UpdatedBy);

    private static string KeyOf(SequenceLine line, SequenceSort order) => order switch
    {
        SequenceSort.Title => line.SortTitle,
        SequenceSort.State => $"{(int)line.State} {Ticks(line)}",
        SequenceSort.Updated => Ticks(line),
    };

    private static string Ticks(SequenceLine line) => line.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands behind the one with this key and id; null when the key is none of this order.</summary>
    private static IQueryable<SequenceRow>? Behind(IQueryable<SequenceRow> rows, SequenceSort order, string key, Guid last)
    {
        if (order == SequenceSort.Title) return SequenceSearch.BehindTitle(rows, key, last);
        var parts = key.Split(' ');
        if (!long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks) return null;
        var at = new DateTimeOffset(ticks, TimeSpan.Zero);
        if (order == SequenceSort.Updated) return parts.Length == 1 ? rows.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id > last)) : null;
        if (parts.Length != 2 || !Enum.TryParse<SequenceState>(parts[0], out var state) || !Enum.IsDefined(state)) return null;
        return rows.Where(row => row.State > state || (row.State == state && (row.UpdatedAt < at || (row.UpdatedAt == at && row.Id > last))));
    }
}
