using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.AuditLog;

/// <summary>
/// Numbers a company's audit lines and seals each to the one before: a line that is changed, left out or put in later breaks every
/// hash after it. The database refuses changes and deletions besides; the chain shows what somebody did around the database.
/// </summary>
public static class AuditChain
{
    private const int Chunk = 1_000;

    /// <summary>Gives new lines their places and hashes. Needs a transaction that keeps other writers out (on SQLite every one does).</summary>
    internal static async Task SealAsync(FlowBuilderContext context, IReadOnlyList<AuditLogRow> lines, CancellationToken cancellation)
    {
        foreach (var group in lines.GroupBy(line => line.CompanyId))
        {
            var last = await context.AuditLog.IgnoreQueryFilters().AsNoTracking().Where(line => line.CompanyId == group.Key)
                .OrderByDescending(line => line.Id).Select(line => new { line.Id, line.Hash }).FirstOrDefaultAsync(cancellation);
            var (id, hash) = (last?.Id ?? 0, last?.Hash ?? "");
            foreach (var line in group)
            {
                line.Id = ++id;
                line.Hash = hash = HashOf(line, hash);
            }
        }
    }

    /// <summary>Reads the whole chain of the context's company. Lines from before lines were sealed have no hash and stand in front of it.</summary>
    /// <returns>The first line that does not fit what stands before it; null when every line does.</returns>
    public static async Task<long?> FindBreakAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var first = await context.AuditLog.Where(line => line.Hash != "").MinAsync(line => (long?)line.Id, cancellation);
        var (place, hash) = ((first ?? 1) - 1, "");
        while (true)
        {
            var from = place;
            var lines = await context.AuditLog.AsNoTracking().Where(line => line.Id > from).OrderBy(line => line.Id).Take(Chunk).ToListAsync(cancellation);
            foreach (var line in lines)
            {
                if (line.Id != place + 1 || line.Hash != HashOf(line, hash)) return place + 1;
                (place, hash) = (line.Id, line.Hash);
            }

            if (lines.Count < Chunk) return null;
        }
    }

    /// <summary>Every field with its length before it, so that no two different lines write the same bytes.</summary>
    private static string HashOf(AuditLogRow line, string before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[line.CompanyId, line.Id, line.At.UtcTicks])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            hash.AppendData(number);
        }

        foreach (var text in (ReadOnlySpan<string?>)[before, line.ActorId, line.By, line.Action, line.Subject, line.Words, line.Before, line.After])
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64LittleEndian(number, text is null ? -1 : bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
