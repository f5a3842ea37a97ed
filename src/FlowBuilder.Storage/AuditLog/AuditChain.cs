using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.AuditLog;

/// <summary>
/// Numbers a company's audit lines and seals each to the one before, with a key that lies outside the database (<see cref="AuditKeys"/>): a
/// line that is changed, left out or put in later breaks every seal after it, and nobody without the key can make new ones. The database
/// refuses changes and deletions besides; the chain shows what somebody did around the database. That the newest lines were cut off shows
/// only beside an <see cref="AuditSeal"/> kept elsewhere.
/// </summary>
public static class AuditChain
{
    private const int Chunk = 1_000;

    /// <summary>Gives new lines their places and seals. Needs a transaction that keeps other
    /// writers out (on SQLite every one does).</summary>
    internal static async Task SealAsync(FlowBuilderContext context, IReadOnlyList<AuditLogRow> lines, CancellationToken cancellation)
    {
        var seals = context.Seals ?? throw new InvalidOperationException("A context that writes audit lines needs the seals.");
        foreach (var group in lines.GroupBy(line => line.CompanyId))
        {
            var last = await context.AuditLog.IgnoreQueryFilters().AsNoTracking().Where(line => line.CompanyId == group.Key)
                .OrderByDescending(line => line.Id).Select(line => new { line.Id, line.Hash }).FirstOrDefaultAsync(cancellation);
            var (id, hash) = (last?.Id ?? 0, last?.Hash ?? "");
            foreach (var line in group)
            {
                seals.Seal(line, ++id, hash);
                hash = line.Hash;
            }
        }
    }

    /// <summary>Reads the whole chain of the context's company. Lines from before lines were sealed
    /// have no hash and stand in front of it.</summary>
    /// <returns>The first line that does not fit what stands before it; null when every line does.</returns>
    public static async Task<AuditFinding?> FindBreakAsync(FlowBuilderContext context, AuditSeals seals, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(seals);
        var first = await context.AuditLog.Where(line => line.Hash != "").MinAsync(line => (long?)line.Id, cancellation);
        var (place, hash, keyed) = ((first ?? 1) - 1, "", false);
        while (true)
        {
            var from = place;
            var lines = await context.AuditLog.AsNoTracking()
                .Where(line => line.Id > from)
                .OrderBy(line => line.Id)
                .Take(Chunk)
                .ToListAsync(cancellation);
            foreach (var line in lines)
            {
                if (line.Id != place + 1) return new AuditFinding(place + 1, AuditFault.Broken);
                if (line.SealedWith is { } key && !seals.Knows(key)) return new AuditFinding(line.Id, AuditFault.KeyMissing);
                if (keyed && line.SealedWith is null) return new AuditFinding(line.Id, AuditFault.Unkeyed);
                if (line.Hash != seals.HashOf(line, hash)) return new AuditFinding(line.Id, AuditFault.Broken);
                (place, hash, keyed) = (line.Id, line.Hash, line.SealedWith is not null);
            }

            if (lines.Count == Chunk) continue;
            // Every start seals the end of the log with the key: an end without one was written around the program.
            return place > 0 && !keyed && from + lines.Count > 0 && await context.AuditLog.AnyAsync(cancellation)
                ? new AuditFinding(place, AuditFault.Unkeyed)
                : null;
        }
    }

    /// <summary>At the start: a log whose newest line is not sealed with the key of now gets a line
    /// that is; with it everything before is held fast.</summary>
    internal static async Task AnchorAsync(
        IDbContextFactory<FlowBuilderContext> contexts, AuditSeals seals, TimeProvider clock, CancellationToken cancellation)
    {
        await using var all = await contexts.CreateDbContextAsync(cancellation);
        foreach (var company in await all.Companies.IgnoreQueryFilters().Select(row => row.Id).ToListAsync(cancellation))
        {
            await using var context = contexts.CreateFor(new CompanyId(company));
            var last = await context.AuditLog.AsNoTracking().OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellation);
            if (last is null || last.SealedWith == seals.Current) continue;
            context.OpenLines.Add(new AuditLogRow
            {
                CompanyId = company, At = clock.GetUtcNow(), ActorId = Actor.System.Id, By = Actor.System.Name, Action = "audit-log.key",
                Words = last.SealedWith is null ? "began to seal the audit log with a key" : "changed the key that seals the audit log",
            });
            await context.SaveChangesAsync(cancellation);
        }
    }
}
