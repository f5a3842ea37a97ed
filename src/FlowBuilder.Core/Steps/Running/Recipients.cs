using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>Reads <c>owner</c>, <c>assigned</c>, <c>user:ID</c>, <c>role:ROLE</c>.</summary>
public static class Recipients
{
    /// <summary>Whether the text has one of the four forms.</summary>
    public static bool IsWellFormed(string? to) => to is "owner" or "assigned"
        || (to is not null && ((to.StartsWith("user:", StringComparison.Ordinal) && to.Length > 5) || (to.StartsWith("role:", StringComparison.Ordinal) && to.Length > 5)));

    /// <summary>The people meant; empty when nobody is. <c>assigned</c> without an assigned employee falls back to nobody.</summary>
    public static IReadOnlyList<Person> Resolve(string? to, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var people = facts.Company.People;
        return to switch
        {
            "owner" => facts.Company.Owner is { } owner ? [owner] : [],
            "assigned" => [.. people.Where(person => person.Id == facts.Customer.AssignedTo || (person.Email is not null && person.Email == facts.Customer.AssignedTo)).Take(1)],
            _ when to?.StartsWith("user:", StringComparison.Ordinal) == true => [.. people.Where(person => person.Id == to[5..])],
            _ when to?.StartsWith("role:", StringComparison.Ordinal) == true => [.. people.Where(person => string.Equals(person.Role, to[5..], StringComparison.OrdinalIgnoreCase))],
            _ => [],
        };
    }
}
