using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>Sets, changes, removes and resets the password of a sequence. Each of them locks everybody out who had it open.</summary>
public sealed class SequencePasswords(IDbContextFactory<FlowBuilderContext> contexts, AuditTrail audit)
{
    /// <summary>Sets or changes the password.</summary>
    /// <returns>Refused with <see cref="SequenceRefusal.PasswordRefused"/>,
    /// <see cref="SequenceRefusal.PasswordNeeded"/> or <see cref="SequenceRefusal.NotFound"/>.</returns>
    public Task<SequenceAnswer<SequenceProtection>> SetAsync(SequenceAccess access, string? password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        // Hashed before the transaction: it is slow on purpose, and a transaction keeps other writers out.
        var hash = SequencePassword.Fault(password, "") is null ? SequencePassword.Hash(password!) : null;
        return ChangeAsync(access.Company, access.Sequence, access.By, row =>
        {
            if (!access.Opens(row)) return (new SequenceRefusal.PasswordNeeded(), null);
            if (SequencePassword.Fault(password, row.Title) is { } fault) return (new SequenceRefusal.PasswordRefused(fault), null);
            var line = row.PasswordHash is null
                ? ("sequence.protect", $"protected “{row.Title}” with a password")
                : ("sequence.change-password", $"changed the password of “{row.Title}”");
            row.PasswordHash = hash;
            return (new SequenceProtection(true), line);
        }, cancellation);
    }

    /// <summary>Takes the password off.</summary>
    public Task<SequenceAnswer<SequenceProtection>> RemoveAsync(SequenceAccess access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(access);
        return ChangeAsync(access.Company, access.Sequence, access.By, row =>
            access.Opens(row)
                ? Bare(row, "sequence.unprotect", $"removed the password from “{row.Title}”")
                : (new SequenceRefusal.PasswordNeeded(), null),
            cancellation);
    }

    /// <summary>Takes a forgotten password off. The caller has asked for
    /// <see cref="Core.Model.Access.Right.ResetSequencePasswords"/>.</summary>
    public Task<SequenceAnswer<SequenceProtection>> ResetAsync(
        CompanyId company, SequenceId sequence, Actor by, CancellationToken cancellation) =>
        ChangeAsync(
            company, sequence, by,
            row => Bare(row, "sequence.reset-password", $"reset the forgotten password of “{row.Title}”; it now has none"), cancellation);

    private static (SequenceAnswer<SequenceProtection> Answer, (string Action, string Words)? Line) Bare(
        SequenceRow row, string action, string words)
    {
        if (row.PasswordHash is null) return (new SequenceProtection(false), null);
        row.PasswordHash = null;
        return (new SequenceProtection(false), (action, words));
    }

    /// <summary>Reads and writes in one transaction, so that of two who change it at once the
    /// second is asked for the first one's password.</summary>
    private async Task<SequenceAnswer<SequenceProtection>> ChangeAsync(
        CompanyId company, SequenceId sequence, Actor by,
        Func<SequenceRow, (SequenceAnswer<SequenceProtection> Answer, (string Action, string Words)? Line)> change,
        CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var row = await context.Sequences.FirstOrDefaultAsync(one => one.Id == sequence.Value, cancellation);
        if (row is null) return new SequenceRefusal.NotFound();
        var (answer, line) = change(row);
        if (line is not var (action, words)) return answer;
        audit.Add(context, by, action, row.Id.ToString("D"), words);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }
}
