using FlowBuilder.Core.Companies;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Accounts;

/// <summary>What happens to a sign-in stands in the audit log of every company that trusts it.</summary>
internal sealed class AccountAudit(IDbContextFactory<FlowBuilderContext> contexts, AuditTrail audit)
{
    /// <summary>One line at each company of the account.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="action">A verb such as <c>account.sign-in</c>.</param>
    /// <param name="words">What the person did, without the subject. Never a secret.</param>
    public async Task NoteAsync(Guid account, string action, string words)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var people = await context.Users.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).AsNoTracking().Where(row => row.AccountId == account && row.RemovedAt == null).ToListAsync(CancellationToken.None);
        foreach (var person in people)
            await audit.AppendAsync(new CompanyId(person.CompanyId), new Actor($"user:{person.Id}", person.Name), action, $"user:{person.Id}", words);
    }
}
