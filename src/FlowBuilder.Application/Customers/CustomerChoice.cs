namespace FlowBuilder.Application.Customers;

/// <summary>A customer to choose from a list.</summary>
/// <param name="Id">Of the customer.</param>
/// <param name="Name">May be empty.</param>
/// <param name="Email">Null when not known.</param>
public sealed record CustomerChoice(long Id, string Name, string? Email)
{
    /// <summary>What stands where nobody is chosen: the one that is made up.</summary>
    public const string MadeUp = "A sample customer, Ann Miller";

    /// <summary>As it is shown and searched for.</summary>
    public string Words =>
        Name.Length == 0 ? Email ?? "No name" : Email is { Length: > 0 } email && email != Name ? $"{Name} ({email})" : Name;
}
