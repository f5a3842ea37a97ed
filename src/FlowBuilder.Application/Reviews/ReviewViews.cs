using System.Text.Json;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Reviews;

/// <summary>Makes views of stored reviews.</summary>
internal static class ReviewViews
{
    public static async Task<IReadOnlyList<ReviewView>> OfAsync(
        FlowBuilderContext context, IReadOnlyList<ReviewRow> rows, CancellationToken cancellation)
    {
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        var runs = rows.Select(row => row.EnrollmentId).Distinct().ToArray();
        var sequences = await context.Enrollments.AsNoTracking()
            .Where(run => runs.Contains(run.Id))
            .Select(run => new { run.Id, run.SequenceId })
            .ToDictionaryAsync(run => run.Id, run => run.SequenceId, cancellation);
        return [.. rows.Select(row => new ReviewView(
            RowId.Write(row.Id), row.Etag, row.Kind, row.State, RowId.Write(row.EnrollmentId),
            sequences.TryGetValue(row.EnrollmentId, out var sequence) ? sequence.ToString("D") : null,
            customers.GetValueOrDefault(row.CustomerId), row.Reason,
            JsonElement.Parse(string.IsNullOrEmpty(row.Messages) ? "[]" : row.Messages), StoredJson.ReadTexts(row.Caveats),
            StoredJson.ReadTexts(row.News),
            row.AskedOf, row.AskedBy, row.AskedNote, row.SnoozedUntil, row.EscalatedAt,
            row.OpenedAt, row.ExpiresAt, row.DecidedAt, row.DecidedBy, row.Note))];
    }
}
