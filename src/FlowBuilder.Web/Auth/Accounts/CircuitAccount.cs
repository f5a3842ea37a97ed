using System.Security.Claims;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>
/// Who is at an open circuit. Looks again every few seconds: a session that was ended or a person who was removed is signed out on the
/// spot; rights that changed make every guarded part of the screen ask again.
/// </summary>
internal sealed class CircuitAccount : RevalidatingServerAuthenticationStateProvider
{
    private readonly Sessions _sessions;
    private readonly CallerResolver _doorkeeper;
    private IReadOnlySet<Right> _seen = new HashSet<Right>();

    public CircuitAccount(ILoggerFactory logs, Sessions sessions, CallerResolver doorkeeper)
        : base(logs)
    {
        (_sessions, _doorkeeper) = (sessions, doorkeeper);
        // What the screen was first drawn with: a right that goes before the first look below is missed otherwise.
        AuthenticationStateChanged += Remember;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var user = authenticationState.User;
        if (PersonClaims.AccountOf(user) is not { } account || PersonClaims.SessionOf(user) is not { } session) return false;
        if (!await _sessions.IsAliveAsync(session, account, cancellationToken)) return false;
        if (user.FindFirstValue(PersonClaims.CompanyType) is not null && _doorkeeper.Find(user) is null) return false;
        NoteRights(authenticationState);
        return true;
    }

    private void Remember(Task<AuthenticationState> state) =>
        _ = state.ContinueWith(
            known => _seen = RightsOf(known.Result), CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void NoteRights(AuthenticationState state)
    {
        if (!_seen.SetEquals(RightsOf(state))) NotifyAuthenticationStateChanged(Task.FromResult(state));
    }

    private IReadOnlySet<Right> RightsOf(AuthenticationState state) =>
        _doorkeeper.Find(state.User)?.Rights is { } now ? now : new HashSet<Right>();
}
