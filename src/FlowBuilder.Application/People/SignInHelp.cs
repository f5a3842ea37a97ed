using System.Globalization;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Application.People;

/// <summary>
/// What those who look after the company's people do about sign-ins: end a colleague's sessions, take a lost second factor away, and ask
/// everybody for one. Every method answers with what stands against it in words, else null.
/// </summary>
public sealed class SignInHelp(
    IDbContextFactory<FlowBuilderContext> contexts, IServiceScopeFactory scopes, Sessions sessions, Memberships memberships,
    IAccountEmailQueue post, AuditTrail audit, IEngine engine)
{
    /// <summary>Signs a colleague out of every browser.</summary>
    public Task<string?> SignOutAsync(Caller caller, string person, CancellationToken cancellation) =>
        HelpAsync(caller, person, async (account, them) =>
        {
            await sessions.EndAllAsync(account.Id, null, cancellation);
            await audit.AppendAsync(
                caller.Company, caller.Actor, "user.sign-out", Actor.IdOf(them.Id), $"signed {them.Name} out everywhere");
            post.Drop(new AccountNote.Happened(account.Id, account.Email!, $"{caller.Name} signed you out of every browser."));
        }, cancellation);

    /// <summary>For whoever has lost the phone and the recovery codes: the password alone opens
    /// again, until a new factor is set up.</summary>
    public Task<string?> ResetFactorAsync(Caller caller, string person, CancellationToken cancellation) =>
        HelpAsync(caller, person, async (account, them) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AccountRow>>();
            if (await accounts.FindByIdAsync(account.Id.ToString("D", CultureInfo.InvariantCulture)) is not { } row) return;
            await accounts.SetTwoFactorEnabledAsync(row, false);
            await accounts.ResetAuthenticatorKeyAsync(row);
            await sessions.EndAllAsync(account.Id, null, cancellation);
            await audit.AppendAsync(
                caller.Company, caller.Actor, "user.factor-reset", Actor.IdOf(them.Id),
                $"reset two-factor sign-in for {them.Name} and signed them out everywhere");
            post.Drop(new AccountNote.Happened(
                account.Id, account.Email!, $"{caller.Name} reset your two-factor sign-in. Set it up again when you sign in."));
        }, cancellation);

    /// <summary>Asks everybody who works here for a second factor, or no longer.</summary>
    /// <param name="caller">Who; must have one, or would lock themselves out.</param>
    /// <param name="required">Whether it is asked for.</param>
    /// <param name="hasFactor">Whether the caller's own session has one.</param>
    /// <param name="cancellation">Gives up before anything is changed.</param>
    public async Task<string?> RequireFactorAsync(Caller caller, bool required, bool hasFactor, CancellationToken cancellation)
    {
        if (required && !hasFactor)
            return "Set up two-factor sign-in for yourself first (under “Your account”), or this would lock you out.";
        await using (var context = contexts.CreateFor(caller.Company))
        {
            var row = await context.Companies.FirstAsync(one => one.Id == caller.Company.Value, cancellation);
            var settings = row.ReadSettings();
            if (settings.RequiresSecondFactor == required) return null;
            row.WriteSettings(settings with { RequiresSecondFactor = required });
            audit.Add(
                context, caller.Actor, "company.second-factor", null,
                required ? "began to require two-factor sign-in" : "stopped requiring two-factor sign-in", Word(!required), Word(required));
            await context.SaveChangesAsync(cancellation);
        }

        await engine.RefreshAsync(caller.Company, CancellationToken.None);
        return null;
    }

    private async Task<string?> HelpAsync(
        Caller caller, string person, Func<AccountRow, UserRow, Task> help, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await context.Users.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == person && row.RemovedAt == null, cancellation) is not { } them)
            return "This person is no longer here. Reload the page.";
        if (them.Id == caller.Person?.Id) return "For your own sign-in use “Your account”.";
        if (!PeopleRules.MayTouch(caller, RoleInfo.Read(them.Role))) return "Only owners can change the sign-ins of owners.";
        if (them.AccountId is not { } id
            || await context.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } account)
            return $"“{them.Name}” has no sign-in.";
        if ((await memberships.OfAsync(id, cancellation)).Any(one => one.Id != caller.Company))
            return $"“{them.Name}” also works at another company, so you cannot change their sign-in. They can do it under “Your account”.";
        await help(account, them);
        return null;
    }

    private static string Word(bool required) => required ? "required" : "not required";
}
