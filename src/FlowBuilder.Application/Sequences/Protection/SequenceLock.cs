using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// The one place that decides whether a sequence may be changed or taken away: screens, API and whatever comes later get their
/// <see cref="SequenceAccess"/> here. Looking at a sequence and running it need none.
/// </summary>
public sealed class SequenceLock(
    IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies, RefusedAttempts attempts, TimeProvider clock)
{
    /// <summary>How long a person's session keeps an unlocked sequence open.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(30);

    private readonly PasswordTries _tries = new(clock);
    private readonly SequenceUnlocks _unlocks = new(clock);

    /// <summary>Opens a sequence for one use case.</summary>
    /// <returns><see cref="SequenceOpening.Closed"/> with <see cref="SequenceRefusal.NotFound"/>,
    /// <see cref="SequenceRefusal.NotInSubscription"/>,
    /// <see cref="SequenceRefusal.PasswordNeeded"/>, <see cref="SequenceRefusal.PasswordWrong"/> or
    /// <see cref="SequenceRefusal.TooManyWrong"/> when it stays closed.</returns>
    public async Task<SequenceOpening> OpenAsync(
        CompanyId company, SequenceId sequence, SequenceUse use, SequenceKey key, Actor by, CancellationToken cancellation)
    {
        if (await FindAsync(company, sequence, cancellation) is not { } found)
            return new SequenceOpening.Closed(new SequenceRefusal.NotFound());
        if (use == SequenceUse.Change && companies.Find(company) is { HoldsSequences: true })
            return new SequenceOpening.Closed(new SequenceRefusal.NotInSubscription());
        var refusal = found.Hash is not { } hash ? null : await key.Match(
            session => Task.FromResult<SequenceRefusal?>(
                _unlocks.Until(company, sequence, by, session, hash) is null ? new SequenceRefusal.PasswordNeeded() : null),
            texts =>
                texts.Count == 0
                    ? Task.FromResult<SequenceRefusal?>(new SequenceRefusal.PasswordNeeded())
                    : TryAsync(company, sequence, texts, hash, found.Title, by, cancellation));
        return refusal is null
            ? new SequenceOpening.Open(new SequenceAccess(company, sequence, by, found.Hash))
            : new SequenceOpening.Closed(refusal);
    }

    /// <summary>Keeps a sequence open for a person's session, for <see cref="StaysOpen"/>.</summary>
    /// <returns>Null when it is open (or not protected at all), else the refusal.</returns>
    public async Task<SequenceRefusal?> UnlockAsync(
        CompanyId company, SequenceId sequence, string password, Guid session, Actor by, CancellationToken cancellation)
    {
        if (await FindAsync(company, sequence, cancellation) is not { } found) return new SequenceRefusal.NotFound();
        if (found.Hash is null) return null;
        if (string.IsNullOrEmpty(password)) return new SequenceRefusal.PasswordNeeded();
        if (await TryAsync(company, sequence, [password], found.Hash, found.Title, by, cancellation) is { } refusal) return refusal;
        _unlocks.Open(company, sequence, by, session, found.Hash);
        return null;
    }

    /// <summary>Locks it again for this session.</summary>
    public void Relock(CompanyId company, SequenceId sequence, Guid session, Actor by) => _unlocks.Close(company, sequence, by, session);

    /// <summary>Whether it has a password, and whether this session has it open; null when there is no such sequence.</summary>
    public async Task<SequenceStanding?> StandingAsync(
        CompanyId company, SequenceId sequence, Guid session, Actor by, CancellationToken cancellation) =>
        await FindAsync(company, sequence, cancellation) is not { } found ? null
        : found.Hash is null ? new SequenceStanding(false, null, found.Title)
        : new SequenceStanding(true, _unlocks.Until(company, sequence, by, session, found.Hash), found.Title);

    private async Task<SequenceRefusal?> TryAsync(
        CompanyId company, SequenceId sequence, IReadOnlyList<string> passwords, string hash, string title, Actor by,
        CancellationToken cancellation)
    {
        SequenceRefusal? refusal = await _tries.JudgeAsync(
            company, sequence, by.Id, () => passwords.Any(password => SequencePassword.Fits(password, hash)), cancellation) switch
        {
            (_, { } wait) => new SequenceRefusal.TooManyWrong(wait),
            (false, _) => new SequenceRefusal.PasswordWrong(),
            _ => null,
        };
        if (refusal is not null)
            attempts.Note(company, by, "sequence.password-wrong", sequence.ToString(), $"gave a wrong password for “{title}”");
        return refusal;
    }

    private async Task<Found?> FindAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Sequences.AsNoTracking()
            .Where(row => row.Id == sequence.Value)
            .Select(row => new Found(row.Title, row.PasswordHash))
            .FirstOrDefaultAsync(cancellation);
    }

    private sealed record Found(string Title, string? Hash);
}
