using System.Data;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Accounts;

/// <summary>Makes the first company and its owner, in one commit.</summary>
public sealed class CompanySetup(
    IDbContextFactory<FlowBuilderContext> contexts, IPasswordHasher<AccountRow> hasher, IEngine engine, AuditTrail audit,
    TimeProvider clock)
{
    /// <summary>Founds the company.</summary>
    /// <param name="form">Without a fault.</param>
    /// <param name="cancellation">Gives up before anything is stored.</param>
    /// <returns>The owner's sign-in; null when somebody else was quicker.</returns>
    public async Task<Guid?> FoundAsync(NewCompany form, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var name = TypedName.Read(form.Name)!;
        var account = AccountRows.New(EmailAddress.Read(form.Email)!, name, now);
        account.EmailConfirmed = true;
        account.PasswordHash = hasher.HashPassword(account, form.Password);

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Writers go one by one: whoever comes second finds the account of the first.
        await using var alone = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        if (await context.Accounts.AnyAsync(one => !one.Demo, cancellation)) return null;
        var company = new CompanyId(
            (await context.Companies.IgnoreQueryFilters([FlowBuilderContext.CompanyFilter]).MaxAsync(row => (int?)row.Id, cancellation)
                ?? 0)
            + 1);
        context.CurrentCompany = company;
        account.LastCompanyId = company.Value;
        var row = new CompanyRow
        {
            Id = company.Value, Name = TypedName.Read(form.Company)!, TimeZone = form.TimeZone, Subscription = Subscription.Growth,
            Email = account.Email, CreatedAt = now
        };
        row.WriteSettings(new CompanySettings());
        var owner = new UserRow
        {
            Id = PersonIds.Of(name, []), Name = name, Email = account.Email, Role = "owner", IsPrimaryOwner = true, AccountId = account.Id
        };
        context.Companies.Add(row);
        context.Accounts.Add(account);
        context.Users.Add(owner);
        audit.Add(context, Actor.Of(owner.Id, name), "company.set-up", null, $"set up FlowBuilder for “{row.Name}” and became its owner");
        await context.SaveChangesAsync(cancellation);
        await alone.CommitAsync(cancellation);
        await engine.RefreshAsync(company, CancellationToken.None);
        return account.Id;
    }
}
