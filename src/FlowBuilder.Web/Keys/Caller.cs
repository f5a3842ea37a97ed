using System.Reflection;
using FlowBuilder.Core.Companies;

namespace FlowBuilder.Web.Keys;

/// <summary>Who calls, for handlers behind authorization.</summary>
/// <param name="Company">The only company the call can touch.</param>
/// <param name="Name">Shown wherever it says who did something.</param>
/// <param name="Source">Whose events the caller's changes count as.</param>
internal sealed record Caller(CompanyId Company, string Name, string Source)
{
    public static ValueTask<Caller?> BindAsync(HttpContext http, ParameterInfo parameter) =>
        ValueTask.FromResult(KeyClaims.KeyOf(http.User) is { } key ? new Caller(key.Company, key.Name, key.Source) : null);
}
