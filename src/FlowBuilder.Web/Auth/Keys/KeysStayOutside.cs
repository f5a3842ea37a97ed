using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>
/// Keys are for programs: they open <c>/api</c>, <c>/v1</c>, the live hub and downloads, each by the right it names. Pages, circuits and
/// what belongs to a person's own sign-in are closed to them, whatever they may do elsewhere.
/// </summary>
internal sealed class KeysStayOutside(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (KeyAuthentication.SecretOf(http.Request) is null || http.GetEndpoint() is not { } endpoint || IsForPrograms(endpoint))
            return next(http);
        return KeyClaims.KeyOf(http.User) is null
            ? http.ChallengeAsync(KeyAuthentication.SchemeName)
            : Problem.Of(
                StatusCodes.Status403Forbidden, "Keys open no pages",
                "This is for people who sign in. A key opens /api, /v1, the live hub and downloads; see /docs/api.")
                .ExecuteAsync(http);
    }

    /// <summary>What is open to everybody, or names the right it needs; never a page.</summary>
    private static bool IsForPrograms(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
        && (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null
            || endpoint.Metadata.GetMetadata<IAuthorizeData>() is null);
}
