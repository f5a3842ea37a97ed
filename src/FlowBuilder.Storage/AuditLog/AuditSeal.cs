using System.Globalization;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.AuditLog;

/// <summary>
/// How a company's audit log stood at one moment, signed, as one line of text to be kept elsewhere:
/// <c>flowbuilder-seal/1 COMPANY LINE HASH WHEN KEY SIGNATURE</c>. Held against the log later it
/// shows whether lines up to it were changed or cut off.
/// </summary>
public static class AuditSeal
{
    private const string Format = "flowbuilder-seal/1";

    /// <summary>The seal of the newest line; null when there are no lines.</summary>
    public static async Task<string?> TakeAsync(
        FlowBuilderContext context, AuditSeals seals, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(seals);
        ArgumentNullException.ThrowIfNull(clock);
        var last = await context.AuditLog.AsNoTracking()
            .OrderByDescending(line => line.Id)
            .Select(line => new { line.CompanyId, line.Id, line.Hash })
            .FirstOrDefaultAsync(cancellation);
        if (last is null) return null;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Format} {last.CompanyId} {last.Id} {last.Hash} {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {seals.Current}");
        return $"{text} {seals.Sign(seals.Current, "seal", text)}";
    }

    /// <summary>Holds a seal against the log of the context's company. That the chain itself is
    /// whole is <see cref="AuditChain.FindBreakAsync"/>'s to say.</summary>
    /// <returns>What does not fit; null when the log holds the very line the seal tells of.</returns>
    public static async Task<AuditFinding?> CheckAsync(
        FlowBuilderContext context, AuditSeals seals, string seal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(seals);
        ArgumentNullException.ThrowIfNull(seal);
        var parts = seal.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 7 || parts[0] != Format || parts[1] != context.CompanyNumber.ToString(CultureInfo.InvariantCulture)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return new AuditFinding(0, AuditFault.FalseSeal);
        if (!seals.Knows(parts[5])) return new AuditFinding(place, AuditFault.KeyMissing);
        if (seals.Sign(parts[5], "seal", string.Join(' ', parts[..6])) != parts[6]) return new AuditFinding(place, AuditFault.FalseSeal);
        var line = await context.AuditLog.AsNoTracking()
            .Where(row => row.Id == place)
            .Select(row => row.Hash)
            .FirstOrDefaultAsync(cancellation);
        return line is null
            ? new AuditFinding(place, AuditFault.CutOff)
            : line == parts[3]
            ? null
            : new AuditFinding(place, AuditFault.OtherThanSealed);
    }
}
