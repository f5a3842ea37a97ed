using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People;

/// <summary>What somebody who signs in has chosen at all companies they work for, and how they are named there.</summary>
public sealed class PersonChoices(IDbContextFactory<FlowBuilderContext> contexts, IEngine engine)
{
    /// <summary>Which notifications come by email too (<see cref="Notifications.EmailedKinds"/>); null: nothing was chosen.</summary>
    public async Task<int?> EmailedKindsAsync(Guid account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Mine(context, account).Select(row => row.EmailedKinds).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Chooses them.</summary>
    public async Task ChooseEmailedKindsAsync(Guid account, int kinds, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await Mine(context, account).ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailedKinds, kinds), cancellation);
    }

    /// <summary>Name and address of the person at each company follow those of the account.</summary>
    /// <param name="account">Whose sign-in.</param>
    /// <param name="name">As it is now.</param>
    /// <param name="email">As it is now.</param>
    /// <param name="emailBefore">People who were written to elsewhere still are.</param>
    public async Task FollowAsync(Guid account, string name, string? email, string emailBefore)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var mine = await Mine(context, account).AsNoTracking().Select(row => row.CompanyId).Distinct().ToListAsync(CancellationToken.None);
        foreach (var company in mine.Select(id => new CompanyId(id)))
        {
            context.CurrentCompany = company;
            foreach (var person in await context.Users.Where(row => row.AccountId == account).ToListAsync(CancellationToken.None))
            {
                person.Name = name;
                if (string.Equals(person.Email, emailBefore, StringComparison.OrdinalIgnoreCase)) person.Email = email;
            }

            await context.SaveChangesAsync(CancellationToken.None);
            context.ChangeTracker.Clear();
            await engine.RefreshAsync(company, CancellationToken.None);
        }
    }

    private static IQueryable<UserRow> Mine(FlowBuilderContext context, Guid account) =>
        context.Users.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).Where(row => row.AccountId == account);
}
