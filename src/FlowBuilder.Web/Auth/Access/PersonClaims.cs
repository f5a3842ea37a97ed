using System.Globalization;
using System.Security.Claims;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>What a person's cookie says: which sign-in, which browser session, which company. Never a role.</summary>
internal static class PersonClaims
{
    public const string SessionType = "flowbuilder:session";
    public const string CompanyType = "flowbuilder:at";

    /// <summary>What proved the person besides a password: <see cref="ByCode"/> or
    /// <see cref="ByPasskey"/>; missing when nothing did.</summary>
    public const string FactorType = "flowbuilder:factor";

    public const string ByCode = "code";
    public const string ByPasskey = "passkey";

    /// <summary>Whether more than a password stands behind the cookie.</summary>
    public static bool HasFactor(ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == FactorType);

    /// <summary>Who is signed in at a company; null when nobody is, or no company is chosen.</summary>
    public static SignedIn? Read(ClaimsPrincipal principal) =>
        AccountOf(principal) is { } account && SessionOf(principal) is { } session
        && int.TryParse(principal.FindFirstValue(CompanyType), NumberStyles.None, CultureInfo.InvariantCulture, out var company)
            ? new SignedIn(account, session, new CompanyId(company))
            : null;

    /// <summary>The sign-in behind a cookie, whether or not a company is chosen.</summary>
    public static Guid? AccountOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(SessionType) is not null
            && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? account
            : null;

    /// <summary>The browser session behind a cookie.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionType), out var session) ? session : null;
}

/// <summary>A person who is signed in, at a company.</summary>
internal sealed record SignedIn(Guid Account, Guid Session, CompanyId Company);
