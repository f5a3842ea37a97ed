using FlowBuilder.Application.Access;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People.Invitations;

/// <summary>
/// Asks people by email to work with a company. What it answers depends on the company's own people alone: whether the address has a
/// sign-in at another company of this installation cannot be learned here.
/// </summary>
public sealed class InvitationSending(
    IDbContextFactory<FlowBuilderContext> contexts, ICompanyCache companies, IInvitationLetters letters, AuditTrail audit, NewIds ids,
    TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Stores an invitation and sends its letter.</summary>
    public async Task<InviteAnswer> InviteAsync(Caller caller, string typed, Role role, CancellationToken cancellation)
    {
        if (EmailAddress.Read(typed) is not { } email)
            return InviteAnswer.No("That is not an email address. Write it like maria@example.com.");
        if (!PeopleRules.MayTouch(caller, role))
            return InviteAnswer.No("Only owners can make someone an owner. Choose another role, or ask an owner.");
        await using var context = contexts.CreateFor(caller.Company);
        var known = (await context.Users.AsNoTracking().Where(row => row.Email != null).ToListAsync(cancellation))
            .Where(row => EmailAddress.Normal(row.Email!) == EmailAddress.Normal(email)).ToList();
        if (known.FirstOrDefault(row => row.AccountId is not null) is { } there)
            return InviteAnswer.No(
                there.RemovedAt is null
                    ? $"“{there.Name}” already works here with this address."
                    : $"“{there.Name}” used to work here with this address. Restore them in the list instead.");
        var person = known.FirstOrDefault();
        if (person is not null && !PeopleRules.MayTouch(caller, RoleInfo.Read(person.Role)))
            return InviteAnswer.No($"“{person.Name}” is an owner. Only owners can invite owners.");
        if ((await OpenOnes(context)
            .Select(row => row.Email)
            .ToListAsync(cancellation)).Any(one => EmailAddress.Normal(one) == EmailAddress.Normal(email)))
            return InviteAnswer.No($"“{email}” has already been invited. Resend the invitation from the list.");

        var now = clock.GetUtcNow();
        var token = RandomToken.New();
        var row = new InvitationRow
        {
            Id = await ids.NextAsync(cancellation), Email = email, Role = RoleInfo.Of(role).Word, UserId = person?.Id,
            TokenHash = RandomToken.Hash(token), InvitedBy = caller.Name, CreatedAt = now, ExpiresAt = now + Lifetime,
        };
        context.Invitations.Add(row);
        audit.Add(
            context, caller.Actor, "invitation.send", $"invitation:{row.Id}", $"invited {email} as {RoleInfo.Of(role).WithArticle}", null,
            RoleInfo.Of(role).Title);
        await context.SaveChangesAsync(cancellation);
        return InviteAnswer.Yes(email, await SendAsync(caller, row, token, cancellation));
    }

    /// <summary>Sends a new letter; links sent before lead nowhere from now on.</summary>
    public async Task<InviteAnswer> ResendAsync(Caller caller, long invitation, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await OpenOnes(context).FirstOrDefaultAsync(one => one.Id == invitation, cancellation) is not { } row)
            return InviteAnswer.No("This invitation is no longer open. Reload the page to see why.");
        if (!PeopleRules.MayTouch(caller, RoleInfo.Read(row.Role))) return InviteAnswer.No("Only owners can invite owners.");
        var token = RandomToken.New();
        (row.TokenHash, row.ExpiresAt) = (RandomToken.Hash(token), clock.GetUtcNow() + Lifetime);
        audit.Add(context, caller.Actor, "invitation.resend", $"invitation:{row.Id}", $"resent the invitation to {row.Email}");
        await context.SaveChangesAsync(cancellation);
        return InviteAnswer.Yes(row.Email, await SendAsync(caller, row, token, cancellation));
    }

    /// <summary>Makes the link void.</summary>
    /// <returns>What stands against it, else null.</returns>
    public async Task<string?> WithdrawAsync(Caller caller, long invitation, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await OpenOnes(context).FirstOrDefaultAsync(one => one.Id == invitation, cancellation) is not { } row)
            return "This invitation is no longer open. Reload the page to see why.";
        if (!PeopleRules.MayTouch(caller, RoleInfo.Read(row.Role))) return "Only owners can withdraw an owner's invitation.";
        row.WithdrawnAt = clock.GetUtcNow();
        audit.Add(
            context, caller.Actor, "invitation.withdraw", $"invitation:{row.Id}", $"withdrew the invitation to {row.Email}",
            RoleInfo.Of(RoleInfo.Read(row.Role)).Title, null);
        await context.SaveChangesAsync(cancellation);
        return null;
    }

    private static IQueryable<InvitationRow> OpenOnes(FlowBuilderContext context) =>
        context.Invitations.Where(row => row.AcceptedAt == null && row.WithdrawnAt == null);

    private Task<string?> SendAsync(Caller caller, InvitationRow row, string token, CancellationToken cancellation) =>
        letters.InviteAsync(companies.Find(caller.Company)!, row.Email, caller.Name, RoleInfo.Read(row.Role), token, cancellation);
}
