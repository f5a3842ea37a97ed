using FlowBuilder.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Accounts;

/// <summary>Codes of authenticator apps that have been used. Each is taken once, by whoever comes
/// first, on whichever node: the row decides.</summary>
public sealed class UsedCodes(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>A code is good for two and a half minutes around its half minute, so that many may be good at once.</summary>
    private const int Remembered = 8;

    private const string Provider = "[FlowBuilder]";
    private const string Name = "LastCode";

    /// <summary>Takes a code that is right.</summary>
    /// <returns>False when it was taken before, or is being taken.</returns>
    public async Task<bool> TakeAsync(Guid account, string code, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var tokens = context.Set<IdentityUserToken<Guid>>();
        var before = await tokens.AsNoTracking()
            .Where(token => token.UserId == account && token.LoginProvider == Provider && token.Name == Name)
            .Select(token => token.Value)
            .FirstOrDefaultAsync(cancellation);
        var used = before?.Split(' ') ?? [];
        if (used.Contains(code)) return false;
        var after = string.Join(' ', used.Append(code).TakeLast(Remembered));
        if (before is not null)
            return await tokens.Where(
                token => token.UserId == account && token.LoginProvider == Provider && token.Name == Name && token.Value == before)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, after), cancellation) == 1;
        tokens.Add(new IdentityUserToken<Guid> { UserId = account, LoginProvider = Provider, Name = Name, Value = after });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Two first codes at once: the key of the row lets one in.
            return false;
        }
    }
}
