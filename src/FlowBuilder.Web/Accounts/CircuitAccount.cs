using System.Security.Claims;
using FlowBuilder.Core.Access;
using FlowBuilder.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FlowBuilder.Web.Accounts;

/// <summary>
/// Who is at an open circuit. Looks again every few seconds: a session that was ended or a person who was removed is signed out on the
/// spot; rights that changed make every guarded part of the screen ask again.
/// </summary>
internal sealed class CircuitAccount(ILoggerFactory logs, Sessions sessions, Doorkeeper doorkeeper) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private IReadOnlySet<Right>? _seen;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        if (PersonClaims.AccountOf(user) is not { } account || PersonClaims.SessionOf(user) is not { } session) return false;
        if (!await sessions.IsAliveAsync(session, account, cancellationToken)) return false;
        if (user.FindFirstValue(PersonClaims.CompanyType) is not null && doorkeeper.Find(user) is null) return false;
        NoteRights(authenticationState);
        return true;
    }

    private void NoteRights(AuthenticationState state)
    {
        IReadOnlySet<Right> rights = doorkeeper.Find(state.User)?.Rights is { } now ? now : new HashSet<Right>();
        var changed = _seen is { } seen && !seen.SetEquals(rights);
        _seen = rights;
        if (changed) NotifyAuthenticationStateChanged(Task.FromResult(state));
    }
}
