using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.AuditLog;
using Microsoft.AspNetCore.Components.Authorization;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>
/// What a screen works with: who sits there. One per page view or circuit. An event can reach a screen whose
/// user has lost a right meanwhile, so every handler that reads or changes anything begins with <see cref="EnterAsync"/>.
/// </summary>
public sealed class ScreenSession(AuthenticationStateProvider authentication, CallerResolver doorkeeper, RefusedAttempts? attempts = null)
{
    /// <summary>The person at the screen; null when signed out, removed, or without a company.</summary>
    public async Task<Caller?> FindCallerAsync() => doorkeeper.Find((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The caller, if allowed to.</summary>
    /// <exception cref="NotAllowedException">Signed out, or without the right. The frame shows what that means.</exception>
    public async Task<Caller> EnterAsync(Right right)
    {
        if (await FindCallerAsync() is not { } caller) throw new NotAllowedException(right);
        if (caller.May(right)) return caller;
        attempts?.Note(caller.Company, caller.Actor, RefusalNoting.Refused, null, $"was refused at a screen: the right {right} is missing");
        throw new NotAllowedException(right);
    }
}
