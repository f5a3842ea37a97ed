using FlowBuilder.Application.Access;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.Keys;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Live;

/// <summary>
/// Whether the one behind a connection may still be here. A connection lives for days, and what it came in with says what was true then; so
/// this is asked before each call and every second.
/// </summary>
internal sealed class LiveAccess(CallerResolver doorkeeper, CompanyKeys keys, Sessions sessions)
{
    /// <summary>The caller as of now; or why there is none any more.</summary>
    public async ValueTask<(Caller? Caller, string Because)> LookAsync(LiveConnection connection, CancellationToken cancellation)
    {
        if (connection.KeyHash is { } hash)
        {
            var (key, fault) = await keys.FindByHashAsync(hash, cancellation);
            return key is not null
                ? (doorkeeper.Find(KeyClaims.ToPrincipal(key, KeyAuthentication.SchemeName)), "")
                : (null, $"The key {KeyFaults.Words(fault).Words}");
        }

        if (PersonClaims.Read(connection.User) is not { } person
            || !await sessions.IsAliveAsync(person.Session, person.Account, cancellation))
            return (null, "You were signed out.");
        return (doorkeeper.Find(connection.User), "You no longer work at this company.");
    }
}
