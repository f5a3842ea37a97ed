using System.Text.Encodings.Web;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Hosting.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>Signs callers in by <c>Authorization: Bearer KEY</c>. Refusals are ProblemDetails.</summary>
internal sealed partial class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CompanyKeys keys,
    RefusedAttempts attempts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "key";

    private KeyFault _fault = KeyFault.Unknown;

    /// <summary>The key a request carries; null when it carries none. Only the header counts: an address ends up in logs.</summary>
    public static string? SecretOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecretOf(Request) is not { } secret) return AuthenticateResult.NoResult();
        var (key, fault) = await keys.FindAsync(secret, Context.RequestAborted);
        _fault = fault;
        if (key is null) NoteUnknown(secret, fault);
        return key is not null
            ? AuthenticateResult.Success(new AuthenticationTicket(KeyClaims.ToPrincipal(key, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail(fault.ToString());
    }

    /// <summary>No company can be told of a key nobody has: the program's log tells from where, and
    /// by which beginning it can be recognised.</summary>
    private void NoteUnknown(string secret, KeyFault fault)
    {
        var from = attempts.Told($"a key starting with {KeyText.BeginningOf(secret)} ({fault})");
        attempts.Limit($"key:{Context.Connection.RemoteIpAddress}", more =>
        {
            Unknown(Logger, RefusedAttempts.WithMore(from, more));
            return Task.CompletedTask;
        });
    }

    [LoggerMessage(LogLevel.Warning, "Refused {What}")]
    private static partial void Unknown(ILogger log, string what);

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var (code, words) = KeyFaults.Words(_fault);
        return Problem.Of(
            StatusCodes.Status401Unauthorized, "No valid key",
            $"The key {words} Send the header “Authorization: Bearer YOUR-KEY” with a key of your company.",
            new FieldError("Authorization", code, words))
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.Of(
            StatusCodes.Status403Forbidden, "This key cannot do that",
            "The key is known, but lacks the right this call needs. Ask for a key with that right.")
            .ExecuteAsync(Context);
}
