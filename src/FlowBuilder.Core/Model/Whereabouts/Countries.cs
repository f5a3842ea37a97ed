using System.Collections.Frozen;
using System.Globalization;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>Countries as people write them, as ISO 3166 codes of two letters.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> ByName = Names();

    private static readonly FrozenDictionary<string, string> ByZone = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["America/Toronto"] = "CA", ["America/Vancouver"] = "CA", ["America/Edmonton"] = "CA", ["America/Winnipeg"] = "CA",
        ["America/Halifax"] = "CA", ["America/Regina"] = "CA", ["America/St_Johns"] = "CA",
        ["America/New_York"] = "US", ["America/Chicago"] = "US", ["America/Denver"] = "US", ["America/Los_Angeles"] = "US",
        ["America/Phoenix"] = "US", ["America/Anchorage"] = "US", ["America/Detroit"] = "US",
        ["America/Boise"] = "US", ["Pacific/Honolulu"] = "US", ["America/Juneau"] = "US", ["America/Puerto_Rico"] = "PR",
        ["Pacific/Guam"] = "GU", ["Europe/London"] = "GB", ["Europe/Dublin"] = "IE", ["Europe/Berlin"] = "DE",
        ["Europe/Paris"] = "FR", ["Europe/Madrid"] = "ES", ["Europe/Rome"] = "IT", ["Europe/Amsterdam"] = "NL", ["Europe/Brussels"] = "BE",
        ["Europe/Vienna"] = "AT", ["Europe/Zurich"] = "CH", ["Europe/Lisbon"] = "PT",
        ["Europe/Stockholm"] = "SE", ["Europe/Oslo"] = "NO", ["Europe/Copenhagen"] = "DK", ["Europe/Helsinki"] = "FI",
        ["Europe/Warsaw"] = "PL", ["Europe/Prague"] = "CZ", ["Europe/Athens"] = "GR", ["Asia/Manila"] = "PH",
        ["Australia/Sydney"] = "AU", ["Australia/Melbourne"] = "AU", ["Australia/Brisbane"] = "AU", ["Australia/Perth"] = "AU",
        ["Australia/Adelaide"] = "AU", ["Australia/Hobart"] = "AU", ["Australia/Darwin"] = "AU",
        ["Pacific/Auckland"] = "NZ", ["America/Mexico_City"] = "MX", ["America/Sao_Paulo"] = "BR", ["Africa/Johannesburg"] = "ZA",
        ["Asia/Kolkata"] = "IN", ["Asia/Tokyo"] = "JP", ["Asia/Singapore"] = "SG",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The code of a country's name or code; null when it is none.</summary>
    public static string? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null : ByName.GetValueOrDefault(Key(PlainText.Of(text)));

    /// <summary>The country whose people keep a zone, as far as a company's home is concerned; null when that is not certain.</summary>
    public static string? OfZone(string? zone)
    {
        if (zone is null) return null;
        if (zone.StartsWith("America/Indiana/", StringComparison.Ordinal)
            || zone.StartsWith("America/Kentucky/", StringComparison.Ordinal)
            || zone.StartsWith("America/North_Dakota/", StringComparison.Ordinal)
            || zone.StartsWith("US/", StringComparison.Ordinal))
            return "US";
        return ByZone.GetValueOrDefault(zone);
    }

    private static FrozenDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["USA"] = "US", ["UNITEDSTATESOFAMERICA"] = "US", ["AMERICA"] = "US", ["UK"] = "GB", ["ENGLAND"] = "GB", ["SCOTLAND"] = "GB",
            ["WALES"] = "GB", ["NORTHERNIRELAND"] = "GB", ["GREATBRITAIN"] = "GB", ["HOLLAND"] = "NL",
        };
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .OrderBy(culture => culture.Name, StringComparer.Ordinal))
        {
            if (Region(culture) is not { TwoLetterISORegionName: { Length: 2 } code } region || !char.IsAsciiLetter(code[0])) continue;
            foreach (var name in (ReadOnlySpan<string>)[code, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName])
                if (Key(name) is { Length: > 1 } key) names.TryAdd(key, code);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static RegionInfo? Region(CultureInfo culture)
    {
        try
        {
            return new RegionInfo(culture.Name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Key(string name) => new([.. name.ToUpperInvariant().Where(char.IsLetter)]);
}
