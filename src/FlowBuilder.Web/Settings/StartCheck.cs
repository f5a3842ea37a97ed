using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Settings;

/// <summary>What can be judged only with the database at hand: whether an installation with real people is run as if it were a toy.</summary>
internal sealed class StartCheck(IDbContextFactory<FlowBuilderContext> contexts, Installation installation, IHostEnvironment environment)
{
    /// <summary>Checks before the program begins to listen. In Production everybody who came with a demo is signed out.</summary>
    /// <exception cref="SettingsException">This database must not be run like this.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        installation.Check(environment, await context.Accounts.AnyAsync(account => !account.Demo, cancellation));
        if (!environment.IsProduction()) return;
        var demo = await context.Accounts.Where(account => account.Demo).Select(account => account.Id).ToListAsync(cancellation);
        if (demo.Count > 0) await context.Sessions.Where(session => demo.Contains(session.AccountId)).ExecuteDeleteAsync(cancellation);
    }
}
