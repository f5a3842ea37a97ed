using System.Collections.Frozen;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>What postal codes of the United States and Canada say of the zone: their state, and for
/// states with two zones which of them.</summary>
internal static class PostalCodes
{
    // First and last area (three digits) of each state, after the USPS's list of areas.
    private static readonly (int From, int To, string State)[] Areas =
    [
        (5, 5, "NY"), (6, 7, "PR"), (8, 8, "VI"), (9, 9, "PR"), (10, 27, "MA"), (28, 29, "RI"), (30, 38, "NH"), (39, 49, "ME"),
        (50, 59, "VT"), (60, 69, "CT"), (70, 89, "NJ"), (100, 149, "NY"), (150, 196, "PA"), (197, 199, "DE"),
        (200, 205, "DC"), (206, 219, "MD"), (220, 246, "VA"), (247, 268, "WV"), (270, 289, "NC"), (290, 299, "SC"), (300, 319, "GA"),
        (320, 349, "FL"), (350, 369, "AL"), (370, 385, "TN"), (386, 397, "MS"), (398, 399, "GA"), (400, 427, "KY"),
        (430, 459, "OH"), (460, 479, "IN"), (480, 499, "MI"), (500, 528, "IA"), (530, 549, "WI"), (550, 567, "MN"), (569, 569, "DC"),
        (570, 577, "SD"), (580, 588, "ND"), (590, 599, "MT"), (600, 629, "IL"), (630, 658, "MO"), (660, 679, "KS"),
        (680, 693, "NE"), (700, 714, "LA"), (716, 729, "AR"), (730, 732, "OK"), (733, 733, "TX"), (734, 749, "OK"), (750, 799, "TX"),
        (800, 816, "CO"), (820, 831, "WY"), (832, 838, "ID"), (840, 847, "UT"), (850, 865, "AZ"), (870, 884, "NM"),
        (885, 885, "TX"), (889, 898, "NV"), (900, 961, "CA"), (967, 968, "HI"), (969, 969, "GU"), (970, 979, "OR"), (980, 994, "WA"),
        (995, 999, "AK"),
    ];

    // Areas that do not lie where most of their state does: 2 the state's second zone, 12 both.
    private static readonly FrozenDictionary<int, int> Elsewhere = new Dictionary<int, int>
    {
        [324] = 12, [325] = 2, [835] = 2, [838] = 2, [463] = 2, [464] = 2, [475] = 12, [476] = 2, [477] = 2, [478] = 12, [479] = 12,
        [677] = 12, [678] = 12, [679] = 12, [420] = 2, [421] = 2, [422] = 2, [423] = 2, [424] = 2, [426] = 12, [427] = 12,
        [498] = 12, [499] = 12, [690] = 12, [691] = 12, [692] = 12, [693] = 2, [585] = 12, [586] = 12, [588] = 12, [979] = 12, [575] = 12,
        [576] = 12, [577] = 2, [373] = 12, [374] = 2, [376] = 2, [377] = 2, [378] = 2, [379] = 2,
        [798] = 2, [799] = 2, [885] = 2,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Provinces = new Dictionary<char, string>
    {
        ['A'] = "NL", ['B'] = "NS", ['C'] = "PE", ['E'] = "NB", ['G'] = "QC", ['H'] = "QC", ['J'] = "QC", ['K'] = "ON", ['L'] = "ON",
        ['M'] = "ON", ['N'] = "ON", ['P'] = "ON", ['R'] = "MB", ['S'] = "SK", ['T'] = "AB", ['V'] = "BC", ['Y'] = "YT",
    }.ToFrozenDictionary();

    /// <summary>The state a postal code lies in; null when it says none.</summary>
    /// <param name="code">As written.</param>
    /// <param name="country">The country of the address; null: not told.</param>
    /// <param name="home">The company's country, which five digits without a country are of.</param>
    public static (string Country, string State)? StateOf(string? code, string? country, string? home)
    {
        if (string.IsNullOrWhiteSpace(code)) return null;
        var text = code.Trim().ToUpperInvariant();
        if (country is null or "CA" && IsCanadian(text, country is null))
            return Provinces.TryGetValue(text[0], out var province) ? ("CA", province) : null;
        if ((country ?? home) != "US" || Area(text) is not { } area) return null;
        foreach (var (from, to, state) in Areas)
            if (area >= from && area <= to) return ("US", state);
        return null;
    }

    private static bool IsCanadian(string text, bool whole) =>
        text.Length >= 3
        && char.IsAsciiLetter(text[0])
        && char.IsAsciiDigit(text[1])
        && char.IsAsciiLetter(text[2])
        && (!whole || (text.Length is 6 or 7 && char.IsAsciiDigit(text[^1]) && char.IsAsciiLetter(text[^2])));

    /// <summary>Of a state's zones those in which a postal code lies.</summary>
    public static string[] Among(string[] zones, string country, string? code)
    {
        if (zones.Length < 2 || string.IsNullOrWhiteSpace(code)) return zones;
        var text = code.Trim().ToUpperInvariant();
        if (country == "US" && Area(text) is { } area)
            return Elsewhere.GetValueOrDefault(area) switch { 2 => [zones[1]], 12 => zones, _ => [zones[0]] };
        if (country == "CA" && text.Length >= 2)
            return text[..2] switch
            {
                "P8" or "P9" => [zones[1]],
                "P0" or "V0" or "V1" or "A0" or "A2" => zones,
                _ when text[0] is 'X' => zones,
                _ => [zones[0]]
            };
        return zones;
    }

    private static int? Area(string text)
    {
        var digits = text.Split('-')[0].Trim();
        // Spreadsheets take the zero before the codes of the north-east.
        if (digits.Length is < 3 or > 5 || digits.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        return int.Parse(digits.PadLeft(5, '0')[..3], System.Globalization.CultureInfo.InvariantCulture);
    }
}
