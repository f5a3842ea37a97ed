using System.Text.Encodings.Web;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Keys;

/// <summary>Signs callers in by <c>Authorization: Bearer KEY</c>. Refusals are ProblemDetails.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(keys.Find(header["Bearer ".Length..].Trim()) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(KeyClaims.ToPrincipal(key, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("unknown key"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(StatusCodes.Status401Unauthorized, "No valid key", "Send the header “Authorization: Bearer YOUR-KEY” with a key of your company.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Of(StatusCodes.Status403Forbidden, "This key may not do that", "The key is known, but lacks the right this call needs. Ask for a key with that right.").ExecuteAsync(Context);
}
