using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Keys;

/// <summary>A key as the program knows it: a named caller of one company. The secret itself is never held, only its hash.</summary>
/// <param name="Name">Shown wherever it says who did something, such as “Website”.</param>
/// <param name="Company">The only company it can see.</param>
/// <param name="Source">Whose events it brings. De-duplication and tag lists are per source, so a
/// new key of the same sender keeps the old source.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Id">Its stable number; empty for a key from configuration, which is known by its name.</param>
public sealed record CompanyKey(string Name, CompanyId Company, string Source, KeyScopes Scopes, string Id = "")
{
    /// <summary>The key as the one who does something.</summary>
    public Actor Actor => new($"key:{(Id.Length > 0 ? Id : Name)}", Name);

    /// <summary>It may stand in the code of a page: whatever comes with it may come from anybody.</summary>
    public bool IsBrowser => Has(KeyScopes.Browser);

    /// <summary>Whether all of the scopes are granted.</summary>
    public bool Has(KeyScopes scopes) => (Scopes & scopes) == scopes;
}
