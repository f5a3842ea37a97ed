namespace FlowBuilder.Core.Model.Companies;

/// <summary>Who does something: a person, an API key, or the system itself.</summary>
/// <param name="Id">Stable: <c>user:lena</c>, <c>key:12</c>, <c>system</c>.</param>
/// <param name="Name">As shown wherever it says who did something.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The program on its own account.</summary>
    public static Actor System { get; } = new("system", "FlowBuilder");

    /// <summary>A person of the company.</summary>
    public static Actor Of(Person person) => new($"user:{person.Id}", person.Name);
}
