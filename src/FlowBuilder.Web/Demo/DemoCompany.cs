using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Web.Auth.Keys;

namespace FlowBuilder.Web.Demo;

/// <summary>Green Valley Lawn Care of Columbus, Ohio: the firm and its people.</summary>
internal static class DemoCompany
{
    public static CompanyId Id => DemoKeys.Company;

    /// <summary>The source that its events come from.</summary>
    public const string Source = "demo";

    /// <summary>Users who look after customers.</summary>
    public static readonly string[] Assignees = ["lena", "marcus", "priya"];

    public static CompanyRow Row(DateTimeOffset now)
    {
        var row = new CompanyRow
        {
            Id = Id.Value, Name = "Green Valley Lawn Care", TimeZone = "America/New_York", Subscription = Subscription.Growth,
            Email = "office@greenvalley.example",
            Phone = "+1 614 555 0100", Address = "1200 Olentangy River Road, Columbus, OH 43212", Website = "https://greenvalley.example",
            CreatedAt = now,
        };
        row.WriteSettings(new CompanySettings { Holidays = [.. Enumerable.Range(now.Year, 2).SelectMany(Holidays)] });
        return row;
    }

    /// <summary>New rows for everybody who works there.</summary>
    public static IReadOnlyList<UserRow> People() =>
    [
        User("walter", "Walter Greene", "owner", isPrimaryOwner: true),
        User("ruth", "Ruth Greene", "admin"),
        User("tom", "Tom Ashby", "marketer"),
        User("dolores", "Dolores Vega", "manager"),
        User("lena", "Lena Hoffman", "office"),
        User("marcus", "Marcus Bell", "office"),
        User("priya", "Priya Nair", "office"),
        User("sam", "Sam Whitfield", "viewer"),
    ];

    private static UserRow User(string id, string name, string role, bool isPrimaryOwner = false) => new()
    {
        CompanyId = Id.Value, Id = id, Name = name, Role = role, IsPrimaryOwner = isPrimaryOwner, Email = $"{id}@greenvalley.example",
        Phone = isPrimaryOwner ? "+16145550101" : null,
    };

    private static IEnumerable<DateOnly> Holidays(int year) => [new(year, 1, 1), new(year, 7, 4), new(year, 12, 25)];
}
