using System.Globalization;
using System.Security.Claims;
using FlowBuilder.Application.Keys;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>A key as a principal, and back.</summary>
internal static class KeyClaims
{
    private const string CompanyType = "flowbuilder:company";
    private const string IdType = "flowbuilder:key";
    private const string SourceType = "flowbuilder:source";
    private const string ScopesType = "flowbuilder:scopes";

    public static ClaimsPrincipal ToPrincipal(CompanyKey key, string scheme) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.Name, key.Name),
        new Claim(CompanyType, key.Company.ToString()),
        new Claim(SourceType, key.Source),
        new Claim(IdType, key.Id),
        new Claim(ScopesType, ((int)key.Scopes).ToString(CultureInfo.InvariantCulture)),
    ], scheme));

    /// <summary>The key behind a principal; null when it is none.</summary>
    public static CompanyKey? KeyOf(ClaimsPrincipal principal) =>
        principal.FindFirstValue(CompanyType) is { } company
            ? new CompanyKey(
                principal.FindFirstValue(ClaimTypes.Name)!,
                new CompanyId(int.Parse(company, CultureInfo.InvariantCulture)),
                principal.FindFirstValue(SourceType)!,
                (KeyScopes)int.Parse(principal.FindFirstValue(ScopesType)!, CultureInfo.InvariantCulture),
                principal.FindFirstValue(IdType) ?? "")
            : null;
}
