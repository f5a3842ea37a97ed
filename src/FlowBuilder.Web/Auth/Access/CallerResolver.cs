using System.Security.Claims;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>
/// Says who a principal is and what it may do, for pages, API, hubs and jobs alike. A cookie says only who somebody is and at which
/// company; what they may do is looked up each time, so that a right taken away is gone at once, in circuits that are open as well.
/// </summary>
public sealed class CallerResolver(ICompanyCache companies)
{
    /// <summary>The caller; null when nobody is signed in, or no longer works at the company.</summary>
    public Caller? Find(ClaimsPrincipal principal)
    {
        if (KeyClaims.KeyOf(principal) is { } key) return new Caller(key.Company, key.Actor, key.Source, KeyRights.Of(key.Scopes));
        if (PersonClaims.Read(principal) is not { } signedIn || companies.Find(signedIn.Company) is not { } company) return null;
        if (company.People.FirstOrDefault(person => person.Account == signedIn.Account) is not { } person) return null;
        var lacksFactor = company.RequiresSecondFactor && !PersonClaims.HasFactor(principal);
        return new Caller(
            company.Id, Actor.Of(person), "people", lacksFactor ? [] : RoleInfo.Of(RoleInfo.Read(person.Role)).Rights(company), person,
            signedIn.Session)
        {
            LacksFactor = lacksFactor
        };
    }

    /// <summary>Whether the principal may do something now.</summary>
    public bool May(ClaimsPrincipal principal, Right right) => Find(principal)?.May(right) == true;
}
