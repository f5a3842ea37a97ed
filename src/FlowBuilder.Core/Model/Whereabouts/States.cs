using System.Collections.Frozen;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>Zones of the states, provinces and territories of countries that have several (tzdb's
/// zone.tab; borders after 49 CFR 71).</summary>
internal static class States
{
    private const string East = "America/New_York", Mid = "America/Chicago", Mountain = "America/Denver", West = "America/Los_Angeles";

    // Code, name, zones: the first is where most people live.
    private static readonly (string Country, string Code, string Name, string[] Zones)[] All =
    [
        ("US", "AL", "Alabama", [Mid]), ("US", "AK", "Alaska", ["America/Anchorage"]), ("US", "AZ", "Arizona", ["America/Phoenix"]),
        ("US", "AR", "Arkansas", [Mid]), ("US", "CA", "California", [West]), ("US", "CO", "Colorado", [Mountain]),
        ("US", "CT", "Connecticut", [East]), ("US", "DE", "Delaware", [East]), ("US", "DC", "District of Columbia", [East]),
        ("US", "FL", "Florida", [East, Mid]), ("US", "GA", "Georgia", [East]), ("US", "HI", "Hawaii", ["Pacific/Honolulu"]),
        ("US", "ID", "Idaho", ["America/Boise", West]), ("US", "IL", "Illinois", [Mid]),
        ("US", "IN", "Indiana", ["America/Indiana/Indianapolis", Mid]), ("US", "IA", "Iowa", [Mid]),
        ("US", "KS", "Kansas", [Mid, Mountain]),
        ("US", "KY", "Kentucky", [East, Mid]), ("US", "LA", "Louisiana", [Mid]), ("US", "ME", "Maine", [East]),
        ("US", "MD", "Maryland", [East]), ("US", "MA", "Massachusetts", [East]), ("US", "MI", "Michigan", ["America/Detroit", Mid]),
        ("US", "MN", "Minnesota", [Mid]), ("US", "MS", "Mississippi", [Mid]), ("US", "MO", "Missouri", [Mid]),
        ("US", "MT", "Montana", [Mountain]), ("US", "NE", "Nebraska", [Mid, Mountain]), ("US", "NV", "Nevada", [West]),
        ("US", "NH", "New Hampshire", [East]), ("US", "NJ", "New Jersey", [East]), ("US", "NM", "New Mexico", [Mountain]),
        ("US", "NY", "New York", [East]), ("US", "NC", "North Carolina", [East]), ("US", "ND", "North Dakota", [Mid, Mountain]),
        ("US", "OH", "Ohio", [East]), ("US", "OK", "Oklahoma", [Mid]), ("US", "OR", "Oregon", [West, "America/Boise"]),
        ("US", "PA", "Pennsylvania", [East]), ("US", "RI", "Rhode Island", [East]), ("US", "SC", "South Carolina", [East]),
        ("US", "SD", "South Dakota", [Mid, Mountain]), ("US", "TN", "Tennessee", [Mid, East]), ("US", "TX", "Texas", [Mid, Mountain]),
        ("US", "UT", "Utah", [Mountain]), ("US", "VT", "Vermont", [East]), ("US", "VA", "Virginia", [East]),
        ("US", "WA", "Washington", [West]), ("US", "WV", "West Virginia", [East]), ("US", "WI", "Wisconsin", [Mid]),
        ("US", "WY", "Wyoming", [Mountain]), ("US", "PR", "Puerto Rico", ["America/Puerto_Rico"]),
        ("US", "VI", "Virgin Islands", ["America/Puerto_Rico"]),
        ("US", "GU", "Guam", ["Pacific/Guam"]), ("US", "AS", "American Samoa", ["Pacific/Pago_Pago"]),
        ("US", "MP", "Northern Mariana Islands", ["Pacific/Guam"]),
        ("CA", "NL", "Newfoundland and Labrador", ["America/St_Johns", "America/Halifax"]),
        ("CA", "NS", "Nova Scotia", ["America/Halifax"]), ("CA", "NB", "New Brunswick", ["America/Halifax"]),
        ("CA", "PE", "Prince Edward Island", ["America/Halifax"]),
        ("CA", "QC", "Quebec", ["America/Toronto"]), ("CA", "ON", "Ontario", ["America/Toronto", "America/Winnipeg"]),
        ("CA", "MB", "Manitoba", ["America/Winnipeg"]), ("CA", "SK", "Saskatchewan", ["America/Regina"]),
        ("CA", "AB", "Alberta", ["America/Edmonton"]), ("CA", "BC", "British Columbia", ["America/Vancouver", "America/Edmonton"]),
        ("CA", "YT", "Yukon", ["America/Whitehorse"]), ("CA", "NT", "Northwest Territories", ["America/Edmonton"]),
        ("CA", "NU", "Nunavut", ["America/Toronto", "America/Winnipeg", "America/Edmonton"]),
        ("AU", "NSW", "New South Wales", ["Australia/Sydney"]), ("AU", "ACT", "Australian Capital Territory", ["Australia/Sydney"]),
        ("AU", "VIC", "Victoria", ["Australia/Melbourne"]), ("AU", "QLD", "Queensland", ["Australia/Brisbane"]),
        ("AU", "SA", "South Australia", ["Australia/Adelaide"]), ("AU", "WA", "Western Australia", ["Australia/Perth"]),
        ("AU", "TAS", "Tasmania", ["Australia/Hobart"]), ("AU", "NT", "Northern Territory", ["Australia/Darwin"]),
    ];

    private static readonly FrozenDictionary<(string Country, string Name), (string Code, string[] Zones)> ByName = All
        .SelectMany(
            state => new[]
            {
                ((state.Country, Key(state.Code)), (state.Code, state.Zones)), ((state.Country, Key(state.Name)), (state.Code, state.Zones))
            })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The state of a name or code, such as <c>CA</c> or <c>US-CA</c>; where no country is
    /// told, the home country's first, then the United States' and Canada's.</summary>
    public static (string Country, string Code, string[] Zones)? Find(string? name, string? country, string? home)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var key = Key(name);
        foreach (var candidate in country is null ? new[] { home, "US", "CA" } : [country])
            if (candidate is not null && ByName.TryGetValue((candidate, key), out var state)) return (candidate, state.Code, state.Zones);
        return null;
    }

    private static string Key(string name)
    {
        var letters = new string([.. name.ToUpperInvariant().Where(char.IsLetter)]);
        // ISO 3166-2 codes such as US-CA.
        return letters.Length == 4 && name.Trim().Length == 5 && name.Contains('-', StringComparison.Ordinal) ? letters[2..] : letters;
    }
}
