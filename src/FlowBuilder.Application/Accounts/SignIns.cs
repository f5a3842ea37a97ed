using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Accounts;

/// <summary>Who can sign in to this installation.</summary>
public sealed class SignIns(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Whether anybody has a sign-in; those that came with a demo do not count.</summary>
    public async Task<bool> AreThereAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AnyAsync(account => !account.Demo, cancellation);
    }
}
