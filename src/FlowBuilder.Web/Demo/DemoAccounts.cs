using FlowBuilder.Application.Accounts;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Demo;

/// <summary>Sign-ins of the demo company's people, one for each role. Their password is known to
/// everybody, so Production refuses the demo.</summary>
internal sealed class DemoAccounts(IDbContextFactory<FlowBuilderContext> contexts, IPasswordHasher<AccountRow> hasher, TimeProvider clock)
{
    public const string Password = "walnut-hammock-otter";

    /// <summary>Those who are shown on the console: one for each role.</summary>
    public static readonly string[] Shown = ["walter", "ruth", "dolores", "tom", "lena", "sam"];

    /// <summary>Gives everybody of the demo company a sign-in who has none.</summary>
    /// <returns>Whether any was made.</returns>
    public async Task<bool> MakeAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var people = await context.Users
            .Where(user => user.AccountId == null && user.RemovedAt == null && user.Email != null)
            .ToListAsync(cancellation);
        if (people.Count == 0) return false;
        var hash = hasher.HashPassword(new AccountRow(), Password);
        foreach (var person in people)
        {
            var account = AccountRows.New(person.Email!, person.Name, clock.GetUtcNow());
            account.PasswordHash = hash;
            account.EmailConfirmed = account.Demo = true;
            context.Accounts.Add(account);
            person.AccountId = account.Id;
        }

        await context.SaveChangesAsync(cancellation);
        return true;
    }
}
