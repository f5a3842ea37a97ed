using System.Collections.Concurrent;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Accounts;

/// <summary>
/// Browsers that are signed in. A session ended here is over for the next call at once and for open circuits within seconds; ended on
/// another node, within <see cref="Trusted"/>.
/// </summary>
public sealed class Sessions(IDbContextFactory<FlowBuilderContext> contexts, TimeProvider clock, SessionLimits options)
{
    /// <summary>How long a session that was found alive is not looked up again.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(15);

    /// <summary>How long a cookie lasts that nobody uses; a session unseen for longer is not shown any more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private static readonly TimeSpan SeenExactTo = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (Guid Account, DateTimeOffset Checked)> _alive = [];

    /// <summary>A browser has signed in.</summary>
    /// <returns>The id that its cookie carries.</returns>
    public async Task<Guid> BeginAsync(Guid account, string device, string? address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = new SessionRow
        {
            Id = Guid.NewGuid(), AccountId = account, CreatedAt = now, LastSeenAt = now, Device = device, Address = address
        };
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Sessions.Add(row);
        await context.SaveChangesAsync(cancellation);
        var forgotten = now - Lifetime - TimeSpan.FromDays(1);
        await context.Sessions.Where(one => one.AccountId == account && one.LastSeenAt < forgotten).ExecuteDeleteAsync(cancellation);
        return row.Id;
    }

    /// <summary>Whether the session is still there, and that account's. Notes that it was seen.</summary>
    public async Task<bool> IsAliveAsync(Guid session, Guid account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_alive.TryGetValue(session, out var known) && known.Account == account && now - known.Checked < Trusted) return true;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Sessions.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == session && one.AccountId == account, cancellation);
        if (row is null || now - row.CreatedAt >= options.Longest)
        {
            _alive.TryRemove(session, out _);
            return false;
        }

        if (now - row.LastSeenAt >= SeenExactTo)
            await context.Sessions
                .Where(one => one.Id == session)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), cancellation);
        _alive[session] = (account, now);
        return true;
    }

    /// <summary>All sessions of an account, the one seen last first.</summary>
    public async Task<IReadOnlyList<BrowserSession>> OfAsync(Guid account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Sessions.AsNoTracking().Where(one => one.AccountId == account).OrderByDescending(one => one.LastSeenAt)
            .Select(one => new BrowserSession(one.Id, one.Device, one.Address, one.CreatedAt, one.LastSeenAt)).ToListAsync(cancellation);
    }

    /// <summary>Signs everybody out who came with a demo.</summary>
    public async Task EndDemoAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var demo = await context.Accounts.Where(account => account.Demo).Select(account => account.Id).ToListAsync(cancellation);
        if (demo.Count > 0) await context.Sessions.Where(session => demo.Contains(session.AccountId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends one session of an account.</summary>
    public async Task EndAsync(Guid account, Guid session, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Sessions.Where(one => one.Id == session && one.AccountId == account).ExecuteDeleteAsync(cancellation);
        if (_alive.TryGetValue(session, out var known) && known.Account == account) _alive.TryRemove(session, out _);
    }

    /// <summary>Signs an account out everywhere.</summary>
    /// <param name="account">Whose sessions.</param>
    /// <param name="except">The one that stays, if any.</param>
    /// <param name="cancellation">Gives up before anything is ended.</param>
    public async Task EndAllAsync(Guid account, Guid? except, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Sessions.Where(one => one.AccountId == account && one.Id != except).ExecuteDeleteAsync(cancellation);
        foreach (var (session, known) in _alive)
            if (known.Account == account && session != except) _alive.TryRemove(session, out _);
    }
}
