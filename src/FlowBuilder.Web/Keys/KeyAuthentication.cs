using System.Text.Encodings.Web;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Keys;

/// <summary>Signs callers in by <c>Authorization: Bearer KEY</c>. Refusals are ProblemDetails.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CompanyKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";

    private KeyFault _fault = KeyFault.Unknown;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var (key, fault) = await keys.FindAsync(header["Bearer ".Length..].Trim(), Context.RequestAborted);
        _fault = fault;
        return key is not null
            ? AuthenticateResult.Success(new AuthenticationTicket(KeyClaims.ToPrincipal(key, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail(fault.ToString());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var (code, words) = KeyFaults.Words(_fault);
        return Problem.Of(StatusCodes.Status401Unauthorized, "No valid key", $"The key {words} Send the header “Authorization: Bearer YOUR-KEY” with a key of your company.", new FieldError("Authorization", code, words)).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Of(StatusCodes.Status403Forbidden, "This key may not do that", "The key is known, but lacks the right this call needs. Ask for a key with that right.").ExecuteAsync(Context);
}
