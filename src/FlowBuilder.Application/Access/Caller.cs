using System.Collections.Frozen;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Access;

/// <summary>Who calls, whether a person at a screen or a program with a key, and what is allowed at this moment.</summary>
/// <param name="Company">The only company the call can touch.</param>
/// <param name="Actor">Shown wherever it says who did something.</param>
/// <param name="Source">Whose events the caller's changes count as.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="Person">The person of the company; null when a key calls.</param>
/// <param name="Session">The browser's session; null when a key calls.</param>
public sealed record Caller(
    CompanyId Company, Actor Actor, string Source, FrozenSet<Right> Rights, Person? Person = null, Guid? Session = null)
{
    public string Name => Actor.Name;

    /// <summary>The company asks for a second factor, and this session has none: nothing is allowed until it has.</summary>
    public bool LacksFactor { get; init; }

    public bool May(Right right) => Rights.Contains(right);
}
