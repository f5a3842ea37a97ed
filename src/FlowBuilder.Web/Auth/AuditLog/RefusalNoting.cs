using FlowBuilder.Application.AuditLog;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace FlowBuilder.Web.Auth.AuditLog;

/// <summary>Whoever is known and lacks a right leaves a line: the route is named by its pattern,
/// never by its values, which may name a customer.</summary>
internal sealed class RefusalNoting(CallerResolver doorkeeper, RefusedAttempts attempts) : IAuthorizationMiddlewareResultHandler
{
    /// <summary>In the audit log: somebody was refused.</summary>
    public const string Refused = "access.refused";

    private readonly AuthorizationMiddlewareResultHandler _inner = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && doorkeeper.Find(context.User) is { } caller)
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "a page";
            attempts.Note(
                caller.Company, caller.Actor, Refused, null, $"was refused {context.Request.Method} {route} because a right is missing");
        }

        return _inner.HandleAsync(next, context, policy, authorizeResult);
    }
}
