using System.Globalization;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>Checks a company's audit log and says in words how it stands.</summary>
public sealed class ChainChecking(IDbContextFactory<FlowBuilderContext> contexts, AuditSeals seals, TimeProvider clock)
{
    /// <summary>Reads the whole log.</summary>
    /// <param name="company">Whose log.</param>
    /// <param name="seal">A seal kept from before; null or blank: none is held against it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<CheckedChain> CheckAsync(CompanyId company, string? seal, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        if (await AuditChain.FindBreakAsync(context, seals, cancellation) is { } broken) return new CheckedChain(false, Broken(broken));
        if (!string.IsNullOrWhiteSpace(seal) && await AuditSeal.CheckAsync(context, seals, seal, cancellation) is { } finding)
            return new CheckedChain(false, NotAsSealed(finding));
        var last = await context.AuditLog.AsNoTracking()
            .OrderByDescending(line => line.Id)
            .Select(line => new { line.Id, line.Hash })
            .FirstOrDefaultAsync(cancellation);
        if (last is null) return new CheckedChain(true, "Checked: there are no lines yet.");
        var beside = string.IsNullOrWhiteSpace(seal) ? "" : " The line in your seal is there, unchanged.";
        return new CheckedChain(
            true, $"Checked: unbroken from line 1 to line {Number(last.Id)}.{beside} Seal of the newest line: {Short(last.Hash)}.");
    }

    /// <summary>The seal of the newest line, to be kept elsewhere; null when there are no lines.</summary>
    public async Task<string?> TakeSealAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await AuditSeal.TakeAsync(context, seals, clock, cancellation);
    }

    private static string Broken(AuditFinding broken) => broken.Fault switch
    {
        AuditFault.KeyMissing =>
            $"Line {Number(broken.Line)} is sealed with a key FlowBuilder does not have, so it cannot be checked. Tell your "
                + $"administrator: a former key belongs after the new one.",
        AuditFault.Unkeyed =>
            $"Broken at line {Number(broken.Line)}: it is sealed without the key, which only happens when someone writes past "
                + $"FlowBuilder. Tell your administrator.",
        AuditFault.Broken or AuditFault.CutOff or AuditFault.OtherThanSealed or AuditFault.FalseSeal =>
            $"Broken at line {Number(broken.Line)}: it, or a line before it, was changed, removed or inserted outside FlowBuilder. The "
                + $"lines before it are intact. Tell your administrator.",
    };

    private static string NotAsSealed(AuditFinding finding) => finding.Fault switch
    {
        AuditFault.CutOff =>
            $"The newest lines are missing: your seal names line {Number(finding.Line)}, but the log ends before it. Tell your "
                + $"administrator.",
        AuditFault.OtherThanSealed =>
            $"Line {Number(finding.Line)} does not match your seal: lines were removed and others written in their place. Tell your "
                + $"administrator.",
        AuditFault.KeyMissing => "Your seal was made with a key FlowBuilder does not have, so it cannot be checked.",
        AuditFault.Broken or AuditFault.Unkeyed or AuditFault.FalseSeal =>
            "That is not a seal of this company's audit log, or it was changed. Copy the whole line of the file, from flowbuilder-seal to "
                + "its end.",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string hash) => hash.Length < 16 ? hash : $"{hash[..4]} {hash[4..8]} {hash[8..12]} {hash[12..16]}";
}

/// <summary>How the log stands.</summary>
/// <param name="IsWhole">Nothing is wrong.</param>
/// <param name="Words">For the screen.</param>
public sealed record CheckedChain(bool IsWhole, string Words);
