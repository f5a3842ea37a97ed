namespace FlowBuilder.Core.Model.Companies;

/// <summary>Who does something: a person, an API key, or the system itself.</summary>
/// <param name="Id">Stable: <c>user:lena</c>, <c>key:12</c>, <c>system</c>.</param>
/// <param name="Name">As shown wherever it says who did something.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The program on its own account.</summary>
    public static Actor System { get; } = new("system", "FlowBuilder");

    /// <summary>A person of the company.</summary>
    /// <param name="person">Of the company in which it is done.</param>
    public static Actor Of(Person person) => Of(person.Id, person.Name);

    /// <summary>A person of the company, by the stable id.</summary>
    public static Actor Of(string person, string name) => new(IdOf(person), name);

    /// <summary>How a person is written where keys and the program stand beside people:
    /// <c>user:ID</c>, in the audit log and in drawings alike.</summary>
    public static string IdOf(string person) => new Recipient.User(person).ToString();

    /// <summary>The stable id of the person; null when it is none.</summary>
    public string? PersonId => (Recipient.Parse(Id) as Recipient.User)?.Id;
}
