using FlowBuilder.Application.Access;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People;

/// <summary>Reads everybody of a company together with how they sign in.</summary>
public sealed class ColleagueList(IDbContextFactory<FlowBuilderContext> contexts, TimeProvider clock)
{
    /// <summary>Those who work here by name, then invitations, then those who were removed.</summary>
    public async Task<IReadOnlyList<Colleague>> ReadAsync(Caller caller, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        var people = await context.Users.AsNoTracking().ToListAsync(cancellation);
        var invitations = await context.Invitations.AsNoTracking()
            .Where(row => row.AcceptedAt == null && row.WithdrawnAt == null)
            .ToListAsync(cancellation);
        var ids = people.Where(row => row.AccountId is not null).Select(row => row.AccountId!.Value).ToList();
        var factors = await context.Accounts.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.TwoFactorEnabled, cancellation);
        var signIns = await context.AuditLog.AsNoTracking()
            .Where(line => line.Action == AccountAudit.SignedIn)
            .GroupBy(line => line.ActorId)
            .Select(group => new { group.Key, Last = group.Max(line => line.Id) })
            .ToListAsync(cancellation);
        var lines = signIns.Select(one => one.Last).ToList();
        var last = await context.AuditLog.AsNoTracking()
            .Where(line => lines.Contains(line.Id))
            .ToDictionaryAsync(line => line.ActorId, line => line.At, cancellation);

        var shown = people.Select(
            row => Of(
                caller, row, invitations.Find(one => one.UserId == row.Id),
                row.AccountId is { } account && factors.TryGetValue(account, out var factor) ? factor : null,
                last.TryGetValue(Actor.IdOf(row.Id), out var at) ? at : null))
            .Concat(invitations.Where(one => one.UserId is null || people.All(row => row.Id != one.UserId)).Select(Of));
        return [.. shown.OrderBy(one => one.State == ColleagueState.Removed ? 2 : one.Person is null ? 1 : 0)
            .ThenBy(one => one.Shown, StringComparer.CurrentCultureIgnoreCase)];
    }

    private Colleague Of(Caller caller, UserRow row, InvitationRow? invitation, bool? twoFactor, DateTimeOffset? lastSignIn)
    {
        var open = row.AccountId is null ? invitation : null;
        var state = row.RemovedAt is not null
            ? ColleagueState.Removed
            : row.AccountId is not null
            ? ColleagueState.SignsIn
            : open is null
            ? ColleagueState.NoSignIn
            : StateOf(open);
        return new Colleague(row.Id, row.Name, row.Email, RoleInfo.Read(row.Role), state)
        {
            Person = row.Id, Invitation = open?.Id, IsPrimaryOwner = row.IsPrimaryOwner, IsMe = row.Id == caller.Person?.Id,
            TwoFactor = row.RemovedAt is null ? twoFactor : null,
            When = state switch
            {
                ColleagueState.Removed => row.RemovedAt,
                ColleagueState.SignsIn => lastSignIn,
                ColleagueState.Invited or ColleagueState.InvitationExpired or ColleagueState.NoSignIn => open?.ExpiresAt
            },
        };
    }

    private Colleague Of(InvitationRow row) =>
        new($"invitation-{row.Id}", null, row.Email, RoleInfo.Read(row.Role), StateOf(row)) { Invitation = row.Id, When = row.ExpiresAt };

    private ColleagueState StateOf(InvitationRow row) =>
        row.ExpiresAt > clock.GetUtcNow() ? ColleagueState.Invited : ColleagueState.InvitationExpired;
}
