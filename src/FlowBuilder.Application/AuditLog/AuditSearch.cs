using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>Which lines of a company's audit log are wanted. A null member wants all.</summary>
/// <param name="ActorId">Only what this person or key did.</param>
/// <param name="Kind">Only actions whose first word this is: <c>sequence</c> finds <c>sequence.publish</c>.</param>
/// <param name="Text">Stands somewhere in what was done, in the name, or in before and after; large and small letters alike.</param>
/// <param name="From">From this instant.</param>
/// <param name="Until">Before this instant.</param>
public sealed record AuditSearch(
    string? ActorId = null, string? Kind = null, string? Text = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    private const string Escape = "\\";

    /// <summary>The lines, newest first. They come in the order of the key, so that a page is read
    /// from where the last one ended, however many lines there are.</summary>
    /// <param name="context">The company's context.</param>
    /// <param name="before">Only lines before this place in the chain; null: from the newest.</param>
    internal IQueryable<AuditLogRow> In(FlowBuilderContext context, long? before = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lines = context.AuditLog.AsNoTracking();
        if (before is { } place) lines = lines.Where(line => line.Id < place);
        if (ActorId is { Length: > 0 } actor) lines = lines.Where(line => line.ActorId == actor);
        if (Kind is { Length: > 0 } kind) lines = lines.Where(line => EF.Functions.Like(line.Action, Literal(kind) + ".%", Escape));
        if (From is { } from) lines = lines.Where(line => line.At >= from);
        if (Until is { } until) lines = lines.Where(line => line.At < until);
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var like = $"%{Literal(Text.Trim())}%";
            lines = lines.Where(line => EF.Functions.Like(line.Words, like, Escape) || EF.Functions.Like(line.By, like, Escape)
                || EF.Functions.Like(line.Before!, like, Escape) || EF.Functions.Like(line.After!, like, Escape));
        }

        return lines.OrderByDescending(line => line.Id);
    }

    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
