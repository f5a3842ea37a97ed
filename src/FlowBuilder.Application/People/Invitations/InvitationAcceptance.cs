using System.Data;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People.Invitations;

/// <summary>Lets somebody in who holds the link of an invitation. The token finds the company, so this looks across companies.</summary>
public sealed class InvitationAcceptance(
    IDbContextFactory<FlowBuilderContext> contexts, IPasswordHasher<AccountRow> hasher, IEngine engine, AuditTrail audit,
    TimeProvider clock)
{
    /// <summary>What the link leads to. Changes nothing.</summary>
    public async Task<InvitationSeen> LookAsync(string? token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, token, cancellation) is not { } row) return new InvitationSeen(InvitationState.Unknown);
        context.CurrentCompany = new CompanyId(row.CompanyId);
        var company = await context.Companies.Select(one => one.Name).FirstAsync(cancellation);
        var email = EmailAddress.Normal(row.Email);
        return new InvitationSeen(
            StateOf(row), company, row.Email, row.Role, row.InvitedBy,
            await context.Accounts.AnyAsync(account => account.NormalizedEmail == email, cancellation));
    }

    /// <summary>Makes a sign-in for the invited address and accepts with it.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="name">As <see cref="TypedName"/> reads it.</param>
    /// <param name="password">Strong.</param>
    /// <param name="cancellation">Gives up before anything is stored.</param>
    /// <returns>The new sign-in; null when the invitation is not open any more, or the address has a sign-in meanwhile.</returns>
    public async Task<Guid?> AcceptAsNewAsync(string token, string name, string password, CancellationToken cancellation)
    {
        var account = AccountRows.New("", name, clock.GetUtcNow());
        account.EmailConfirmed = true;
        account.PasswordHash = hasher.HashPassword(account, password);
        return await AcceptAsync(token, async (context, row) =>
        {
            var email = EmailAddress.Normal(row.Email);
            if (await context.Accounts.AnyAsync(one => one.NormalizedEmail == email, cancellation)) return null;
            (account.Email, account.UserName, account.NormalizedEmail, account.NormalizedUserName) = (row.Email, row.Email, email, email);
            context.Accounts.Add(account);
            return account;
        }, cancellation) is null ? null : account.Id;
    }

    /// <summary>Accepts with a sign-in that exists; only the one of the invited address will do.</summary>
    /// <returns>The company; null when the invitation is not open any more, or is somebody else's.</returns>
    public Task<CompanyId?> AcceptAsAsync(string token, Guid account, CancellationToken cancellation) =>
        AcceptAsync(token, async (context, row) =>
        {
            var mine = await context.Accounts.FirstOrDefaultAsync(one => one.Id == account, cancellation);
            return mine?.NormalizedEmail == EmailAddress.Normal(row.Email) ? mine : null;
        }, cancellation);

    private async Task<CompanyId?> AcceptAsync(
        string token, Func<FlowBuilderContext, InvitationRow, Task<AccountRow?>> choose, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var alone = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await FindAsync(context, token, cancellation) is not { } row || StateOf(row) != InvitationState.Open) return null;
        var company = new CompanyId(row.CompanyId);
        context.CurrentCompany = company;
        if (await choose(context, row) is not { } account) return null;
        row.AcceptedAt = clock.GetUtcNow();
        account.LastCompanyId = company.Value;
        var person = await TakeOnAsync(context, row, account, cancellation);
        audit.Add(
            context, Actor.Of(person.Id, person.Name), "invitation.accept", Actor.IdOf(person.Id),
            $"accepted the invitation from {row.InvitedBy}", null, RoleInfo.Of(RoleInfo.Read(person.Role)).Title);
        await context.SaveChangesAsync(cancellation);
        await alone.CommitAsync(cancellation);
        await engine.RefreshAsync(company, CancellationToken.None);
        return company;
    }

    /// <summary>The person may be there already: named in sequences without a sign-in, or somebody who worked here before.</summary>
    private static async Task<UserRow> TakeOnAsync(
        FlowBuilderContext context, InvitationRow row, AccountRow account, CancellationToken cancellation)
    {
        var everybody = await context.Users.ToListAsync(cancellation);
        if (everybody.Find(one => one.AccountId == account.Id) is { RemovedAt: null } working) return working;
        var person = everybody.Find(one => one.AccountId == account.Id)
            ?? everybody.Find(one => one.AccountId is null && one.Id == row.UserId)
            ?? everybody.Find(
                one => one.AccountId is null && one.Email is not null && EmailAddress.Normal(one.Email) == EmailAddress.Normal(row.Email));
        if (person is null)
        {
            person = new UserRow { Id = PersonIds.Of(account.Name, [.. everybody.Select(one => one.Id)]) };
            context.Users.Add(person);
        }

        (person.Name, person.Email, person.AccountId, person.RemovedAt) = (account.Name, account.Email, account.Id, null);
        // The primary owner stays an owner, whatever somebody typed into an invitation.
        person.Role = person.IsPrimaryOwner ? "owner" : row.Role;
        return person;
    }

    private static async Task<InvitationRow?> FindAsync(FlowBuilderContext context, string? token, CancellationToken cancellation)
    {
        var hash = RandomToken.Hash(token ?? "");
        return await context.Invitations
            .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter])
            .FirstOrDefaultAsync(row => row.TokenHash == hash, cancellation);
    }

    private InvitationState StateOf(InvitationRow row) =>
        row.AcceptedAt is not null
            ? InvitationState.Used
            : row.WithdrawnAt is not null
            ? InvitationState.Withdrawn
            : row.ExpiresAt <= clock.GetUtcNow()
            ? InvitationState.Expired
            : InvitationState.Open;
}
