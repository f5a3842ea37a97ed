using System.Globalization;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Web.Demo;

/// <summary>Makes customers up: always the same ones for the same seed and day.</summary>
internal static class DemoCustomers
{
    public const int Count = 300;

    private const int Leads = 60;
    private const int Former = 60;

    private static readonly (string Tag, double Share)[] Tags =
    [
        ("irrigation", 0.2), ("dog", 0.18), ("gate code", 0.15), ("corner lot", 0.1), ("vip", 0.06), ("snow removal", 0.12),
        ("pays by card", 0.4), ("do-not-nudge", 0.04),
    ];

    public static IReadOnlyList<DemoCustomer> All(DateTimeOffset now, int seed = 1998)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Count).Select(number => One(number, now, random))];
    }

    private static DemoCustomer One(int number, DateTimeOffset now, Random random)
    {
        var status = number < Leads ? "lead" : number < Leads + Former ? "former" : "active";
        var since = now.AddMinutes(-random.Next(30, 1000))
            .AddDays(-(status switch { "lead" => random.Next(1, 45), "former" => random.Next(800, 1500), _ => random.Next(150, 1100) }));
        var (service, from, to) = DemoWords.Services[random.Next(DemoWords.Services.Length)];
        return new DemoCustomer(number, status, since, Traits(number, status, since, now, random))
        {
            Wish = (service, random.Next(from / 10, to / 10) * 10)
        };
    }

    private static Properties Traits(int number, string status, DateTimeOffset since, DateTimeOffset now, Random random)
    {
        // Stepping through the last names three times as fast as the number of first names keeps every pair unique.
        var first = DemoWords.FirstNames[number % DemoWords.FirstNames.Length];
        var last = DemoWords.LastNames[(number + (number / DemoWords.FirstNames.Length * 7)) % DemoWords.LastNames.Length];
        var (city, postalCode) = DemoWords.Towns[random.Next(DemoWords.Towns.Length)];
        var traits = Properties.Empty
            .With("first_name", first).With("last_name", last).With("status", status)
            .With("email", $"{first}.{last}@mail.example".ToLowerInvariant())
            .With("phone", $"+1614555{number + 1000:0000}")
            .With("type", random.NextDouble() < 0.88 ? "residential" : "commercial")
            .With("source", DemoWords.Sources[random.Next(DemoWords.Sources.Length)])
            .With("created_at", since.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            .With("assigned_to", DemoCompany.Assignees[number % DemoCompany.Assignees.Length])
            .With("lawn_size", random.Next(8, 90) * 250)
            .With(
                "address",
                new
                {
                    street = $"{random.Next(2, 980)} {DemoWords.Streets[random.Next(DemoWords.Streets.Length)]}", city, state = "OH",
                    postal_code = postalCode, country = "US"
                });
        if (random.NextDouble() < 0.5)
            traits = traits.With("birthday", $"{random.Next(1945, 2000)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");
        traits = random.NextDouble() switch
        {
            < 0.8 => traits.With("email_consent", true),
            < 0.84 => traits.With("email_consent", false),
            _ => traits
        };
        if (random.NextDouble() < 0.45) traits = traits.With("sms_consent", true);
        var contractEnd = status switch
        {
            "former" => now.AddDays(-random.Next(120, 700)),
            "active" => now.AddDays(random.Next(20, 360)),
            _ => (DateTimeOffset?)null
        };
        if (contractEnd is { } end) traits = traits.With("contract_end", end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var tags = Tags.Where(tag => random.NextDouble() < tag.Share).Select(tag => tag.Tag).ToList();
        if (status == "former" && random.NextDouble() < 0.15) tags.Add("moved away");
        if (status == "active" && random.NextDouble() < 0.2) tags.Add("aeration");
        return traits.With("tags", tags);
    }
}
