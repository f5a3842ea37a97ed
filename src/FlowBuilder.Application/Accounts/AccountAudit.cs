using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Application.Accounts;

/// <summary>What happens to a sign-in stands in the audit log of every company that trusts it.</summary>
public sealed partial class AccountAudit(
    IDbContextFactory<FlowBuilderContext> contexts, AuditTrail audit, RefusedAttempts attempts, ILogger<AccountAudit> log)
{
    /// <summary>The action of a line that says somebody signed in.</summary>
    public const string SignedIn = "account.sign-in";

    /// <summary>Whoever has not signed in.</summary>
    private static readonly Actor Nobody = new("unknown", "Someone");

    /// <summary>One line at each company of the account.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="action">A verb such as <c>account.sign-in</c>.</param>
    /// <param name="words">What the person did, without the subject. Never a secret.</param>
    public async Task NoteAsync(Guid account, string action, string words)
    {
        foreach (var person in await PeopleAsync(account))
            await audit.AppendAsync(
                new CompanyId(person.CompanyId), Actor.Of(person.Id, person.Name), action, Actor.IdOf(person.Id), words);
    }

    /// <summary>Somebody tried to get in as this person and did not: one line at each company of
    /// the account, at most one a minute.</summary>
    /// <param name="account">As whom.</param>
    /// <param name="action">A verb such as <c>account.sign-in-failed</c>.</param>
    /// <param name="how">What was tried, behind “tried to sign in as Lena”.</param>
    public void NoteRefused(Guid account, string action, string how)
    {
        var told = attempts.Told(how);
        attempts.Limit($"account:{account:N}:{action}", async more =>
        {
            foreach (var person in await PeopleAsync(account))
                await audit.AppendAsync(
                    new CompanyId(person.CompanyId), Nobody, action, Actor.IdOf(person.Id),
                    RefusedAttempts.WithMore($"tried to sign in as {person.Name} {told}", more));
        });
    }

    /// <summary>Somebody tried to get in with an address nobody signs in with. The address is not
    /// told: people type passwords into the wrong field.</summary>
    public void NoteStranger()
    {
        var from = attempts.Told("a sign-in with an unknown address");
        attempts.Limit($"stranger:{from}", more =>
        {
            Stranger(log, RefusedAttempts.WithMore(from, more));
            return Task.CompletedTask;
        });
    }

    private async Task<List<UserRow>> PeopleAsync(Guid account)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await context.Users
            .IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).AsNoTracking()
            .Where(row => row.AccountId == account && row.RemovedAt == null)
            .ToListAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Information, "Refused {What}")]
    private static partial void Stranger(ILogger log, string what);
}
