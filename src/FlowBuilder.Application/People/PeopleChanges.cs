using System.Data;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.People;

/// <summary>
/// Changes who works at a company and as what. Every method answers with what stands against it in words, else null. Who is an owner is
/// judged within the commit, so two owners who demote each other at the same moment do not leave a company without one.
/// </summary>
public sealed class PeopleChanges(IDbContextFactory<FlowBuilderContext> contexts, AuditTrail audit, IEngine engine, TimeProvider clock)
{
    public Task<string?> ChangeRoleAsync(Caller caller, string person, Role role, CancellationToken cancellation) =>
        ChangeAsync(caller, person, (context, room) =>
        {
            var before = room.RoleOfThem;
            if (room.Them.Id == room.Me.Id) return "You cannot change your own role. Ask another owner or admin.";
            if (room.Them.RemovedAt is not null) return $"“{room.Them.Name}” no longer works here. Restore them first.";
            if (!room.IAmOwner && (before == Role.Owner || role == Role.Owner)) return "Only owners can make or change owners.";
            if (room.Them.IsPrimaryOwner && role != Role.Owner)
                return $"“{room.Them.Name}” is the primary owner. Hand that over to another owner first.";
            if (before == role) return null;
            room.Them.Role = RoleInfo.Of(role).Word;
            audit.Add(
                context, caller.Actor, "user.role", Actor.IdOf(room.Them.Id), $"changed the role of {room.Them.Name}",
                RoleInfo.Of(before).Title, RoleInfo.Of(role).Title);
            return null;
        }, cancellation);

    /// <summary>The person loses the company; the sign-in stays, and so does what the person is named in.</summary>
    public Task<string?> RemoveAsync(Caller caller, string person, CancellationToken cancellation) =>
        ChangeAsync(caller, person, (context, room) =>
        {
            if (room.Them.RemovedAt is not null) return null;
            if (room.Them.Id == room.Me.Id) return "You cannot remove yourself. Ask another owner or admin.";
            if (!room.IAmOwner && room.RoleOfThem == Role.Owner) return "Only owners can remove owners.";
            if (room.Them.IsPrimaryOwner) return $"“{room.Them.Name}” is the primary owner. Hand that over to another owner first.";
            room.Them.RemovedAt = clock.GetUtcNow();
            audit.Add(
                context, caller.Actor, "user.remove", Actor.IdOf(room.Them.Id), $"removed {room.Them.Name}",
                RoleInfo.Of(room.RoleOfThem).Title, null);
            return null;
        }, cancellation);

    /// <summary>The person works here again, as what they were.</summary>
    public Task<string?> RestoreAsync(Caller caller, string person, CancellationToken cancellation) =>
        ChangeAsync(caller, person, (context, room) =>
        {
            if (room.Them.RemovedAt is null) return null;
            if (!room.IAmOwner && room.RoleOfThem == Role.Owner) return "Only owners can restore owners.";
            room.Them.RemovedAt = null;
            audit.Add(
                context, caller.Actor, "user.restore", Actor.IdOf(room.Them.Id), $"restored {room.Them.Name}", null,
                RoleInfo.Of(room.RoleOfThem).Title);
            return null;
        }, cancellation);

    /// <summary>From now on “owner” in sequences means this person, who is an owner already.</summary>
    public Task<string?> HandOverAsync(Caller caller, string person, CancellationToken cancellation) =>
        ChangeAsync(caller, person, (context, room) =>
        {
            if (!room.IAmOwner) return "Only owners can hand over primary ownership.";
            if (room.Them.RemovedAt is not null || room.RoleOfThem != Role.Owner)
                return $"“{room.Them.Name}” is not an owner. Make them an owner first.";
            if (room.Them.IsPrimaryOwner) return null;
            var before = room.Everybody.FirstOrDefault(one => one.IsPrimaryOwner);
            foreach (var one in room.Everybody) one.IsPrimaryOwner = one == room.Them;
            audit.Add(
                context, caller.Actor, "user.primary-owner", Actor.IdOf(room.Them.Id), $"made {room.Them.Name} the primary owner",
                before?.Name, room.Them.Name);
            return null;
        }, cancellation);

    private async Task<string?> ChangeAsync(
        Caller caller, string person, Func<FlowBuilderContext, Room, string?> change, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        await using var alone = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var everybody = await context.Users.ToListAsync(cancellation);
        if (everybody.Find(one => one.Id == caller.Person?.Id && one.RemovedAt is null) is not { } me)
            return "You no longer work at this company.";
        if (everybody.Find(one => one.Id == person) is not { } them) return "This person is no longer here. Reload the page.";
        if (change(context, new Room(everybody, me, them)) is { } fault) return fault;
        await context.SaveChangesAsync(cancellation);
        await alone.CommitAsync(cancellation);
        await engine.RefreshAsync(caller.Company, CancellationToken.None);
        return null;
    }

    /// <summary>Everybody as they are within the commit, who asks, and who is meant.</summary>
    private sealed record Room(IReadOnlyList<UserRow> Everybody, UserRow Me, UserRow Them)
    {
        public bool IAmOwner => RoleInfo.Read(Me.Role) == Role.Owner;

        public Role RoleOfThem => RoleInfo.Read(Them.Role);
    }
}
