using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TimeZoneConverter;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// Time zones as senders write them: IANA names in any case, with blanks for underscores; Windows
/// and Rails names; the usual short names; a city; offsets such as
/// <c>UTC-08:00</c>. A short name that several places use (MST, IST) means all of them. What is
/// none of these is no zone, and is never taken for another.
/// </summary>
public static partial class ZoneText
{
    private const int Longest = 100;

    // Names that tzdb keeps as fixed offsets, or that it does not know; people who write them mean
    // the place, with its daylight saving time.
    private static readonly FrozenDictionary<string, string[]> Short = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = ["America/New_York"], ["EST"] = ["America/New_York"], ["EDT"] = ["America/New_York"], ["EST5EDT"] = ["America/New_York"],
        ["EASTERN"] = ["America/New_York"],
        ["CT"] = ["America/Chicago"], ["CST"] = ["America/Chicago"], ["CDT"] = ["America/Chicago"], ["CST6CDT"] = ["America/Chicago"],
        ["CENTRAL"] = ["America/Chicago"],
        ["MT"] = ["America/Denver"], ["MST"] = ["America/Denver", "America/Phoenix"], ["MDT"] = ["America/Denver"],
        ["MST7MDT"] = ["America/Denver"], ["MOUNTAIN"] = ["America/Denver"],
        ["PT"] = ["America/Los_Angeles"], ["PST"] = ["America/Los_Angeles"], ["PDT"] = ["America/Los_Angeles"],
        ["PST8PDT"] = ["America/Los_Angeles"], ["PACIFIC"] = ["America/Los_Angeles"],
        ["AKST"] = ["America/Anchorage"], ["AKDT"] = ["America/Anchorage"], ["ALASKA"] = ["America/Anchorage"],
        ["HST"] = ["Pacific/Honolulu"], ["HAST"] = ["Pacific/Honolulu"], ["HAWAII"] = ["Pacific/Honolulu"],
        ["ARIZONA"] = ["America/Phoenix"], ["AST"] = ["America/Halifax", "America/Puerto_Rico"], ["ADT"] = ["America/Halifax"],
        ["ATLANTIC"] = ["America/Halifax"], ["NST"] = ["America/St_Johns"], ["NDT"] = ["America/St_Johns"],
        ["NEWFOUNDLAND"] = ["America/St_Johns"],
        ["WET"] = ["Europe/Lisbon"], ["WEST"] = ["Europe/Lisbon"], ["BST"] = ["Europe/London"], ["CET"] = ["Europe/Paris"],
        ["CEST"] = ["Europe/Paris"], ["MET"] = ["Europe/Paris"], ["MEZ"] = ["Europe/Berlin"], ["MESZ"] = ["Europe/Berlin"],
        ["CENTRAL EUROPEAN"] = ["Europe/Paris"], ["WESTERN EUROPEAN"] = ["Europe/Lisbon"], ["EASTERN EUROPEAN"] = ["Europe/Athens"],
        ["BRITISH"] = ["Europe/London"],
        ["EET"] = ["Europe/Athens"], ["EEST"] = ["Europe/Athens"], ["MSK"] = ["Europe/Moscow"], ["SAST"] = ["Africa/Johannesburg"],
        ["IST"] = ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"], ["IDT"] = ["Asia/Jerusalem"],
        ["JST"] = ["Asia/Tokyo"], ["KST"] = ["Asia/Seoul"], ["HKT"] = ["Asia/Hong_Kong"], ["SGT"] = ["Asia/Singapore"],
        ["PHT"] = ["Asia/Manila"],
        ["AEST"] = ["Australia/Sydney", "Australia/Brisbane"], ["AEDT"] = ["Australia/Sydney"],
        ["ACST"] = ["Australia/Adelaide", "Australia/Darwin"], ["ACDT"] = ["Australia/Adelaide"], ["AWST"] = ["Australia/Perth"],
        ["NZST"] = ["Pacific/Auckland"], ["NZDT"] = ["Pacific/Auckland"], ["BRT"] = ["America/Sao_Paulo"],
        ["ART"] = ["America/Argentina/Buenos_Aires"],
        ["Z"] = ["Etc/UTC"], ["UTC"] = ["Etc/UTC"], ["GMT"] = ["Etc/UTC"], ["ZULU"] = ["Etc/UTC"], ["GREENWICH MEAN"] = ["Etc/UTC"],
        ["COORDINATED UNIVERSAL"] = ["Etc/UTC"], ["UNIVERSAL"] = ["Etc/UTC"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Known = Names();

    /// <summary>The zones a text means, the likeliest first; empty when it means none.</summary>
    public static ImmutableArray<TimeZoneInfo> Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return [];
        var plain = Squeezed(AsciiDigits.Of(PlainText.Of(text)));
        if (Named(plain) is { IsEmpty: false } named) return named;
        var behind = Bracketed().Match(plain);
        if (behind.Success && Named(behind.Groups["name"].Value.Trim()) is { IsEmpty: false } shown) return shown;
        if (behind.Success && OneOf(behind.Groups["name"].Value, behind.Groups["offset"].Value) is { } place) return [place];
        var inner = InBrackets().Match(plain);
        if (inner.Success && Named(inner.Groups["name"].Value.Trim()) is { IsEmpty: false } told) return told;
        return Offset(
            behind.Success ? behind.Groups["offset"].Value : inner.Success ? inner.Groups["offset"].Value.Trim() : plain) is { } offset
            ? [offset]
            : [];
    }

    /// <summary>Windows shows a zone by its offset and several of its cities: the first one that is known counts.</summary>
    private static TimeZoneInfo? OneOf(string cities, string offset) => Offset(offset) is { } fixedOffset
        ? cities.Split(',', StringSplitOptions.TrimEntries)
            .SelectMany(city => Named(city))
            .FirstOrDefault(zone => zone.BaseUtcOffset == fixedOffset.BaseUtcOffset)
        : null;

    private static ImmutableArray<TimeZoneInfo> Named(string name)
    {
        if (name.Length == 0) return [];
        // “EST/EDT”: one zone by its names of winter and summer.
        if (name.Split('/', StringSplitOptions.TrimEntries) is { Length: > 1 } both && both.All(Short.ContainsKey))
            return [.. both.SelectMany(one => Short[one]).Distinct().Select(Find).OfType<TimeZoneInfo>()];
        if (Short.TryGetValue(name, out var places)) return [.. places.Select(Find).OfType<TimeZoneInfo>()];
        if (Known.TryGetValue(Key(name), out var known) && Find(known) is { } zone) return [zone];
        var standard = Season().Replace(name, "");
        return standard.Length > 0 && standard.Length < name.Length ? Named(standard) : [];
    }

    /// <summary>Every name there is under one spelling: lower-case letters and digits, in words.</summary>
    private static FrozenDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var cities = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var iana in TZConvert.KnownIanaTimeZoneNames.Order(StringComparer.Ordinal))
        {
            names.TryAdd(Key(iana), iana);
            if (!iana.Contains('/', StringComparison.Ordinal) || iana.StartsWith("Etc/", StringComparison.Ordinal)) continue;
            var city = Key(iana[(iana.LastIndexOf('/') + 1)..]);
            cities[city] = cities.TryGetValue(city, out var other) && other is not null && !IsSame(other, iana) ? null : other ?? iana;
        }

        foreach (var rails in TZConvert.KnownRailsTimeZoneNames)
            if (TZConvert.TryRailsToIana(rails, out var iana)) names.TryAdd(Key(rails), iana);
        foreach (var windows in TZConvert.KnownWindowsTimeZoneIds)
            if (TZConvert.TryWindowsToIana(windows, out var iana)) names.TryAdd(Key(windows), iana);
        foreach (var (city, iana) in cities)
            if (iana is not null) names.TryAdd(city, iana);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsSame(string one, string other) =>
        Find(one) is { } first && Find(other) is { } second && first.HasSameRules(second);

    private static TimeZoneInfo? Find(string iana) => TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? zone : null;

    private static string Key(string name) =>
        string.Join(
            ' ',
            NotInNames().Split(name.Replace("&amp;", "&", StringComparison.Ordinal).ToLowerInvariant()).Where(word => word.Length > 0));

    private static string Squeezed(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static TimeZoneInfo? Offset(string text)
    {
        var match = FixedOffset().Match(text);
        if (!match.Success) return null;
        var (hours, minutes) = (int.Parse(
            match.Groups["h"].Value,
            CultureInfo.InvariantCulture), match.Groups["min"] is { Success: true } min
                ? int.Parse(min.Value, CultureInfo.InvariantCulture)
                : 0);
        // No place is further than 14 hours from Greenwich, and no zone of ours can be.
        if (minutes > 59 || (60 * hours) + minutes > 14 * 60) return null;
        // Names of the kind Etc/GMT+8 count the other way round, and are found by name before.
        var offset = new TimeSpan(hours, minutes, 0);
        if (match.Groups["sign"].Value is "-" or "\u2212") offset = -offset;
        if (offset == TimeSpan.Zero) return Find("Etc/UTC");
        var name = string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}");
        return TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
    }

    [GeneratedRegex(@"[^a-z0-9+\-]+|-(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"^\((?<offset>[^)]{1,20})\)\s*(?<name>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<offset>[^(]{0,20})\((?<name>[^)]{1,60})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(
        @"\s*\b(?:(?:standard|daylight|summer)(?:\s+(?:saving|savings))?\s+time|time\s+zone|time|zone)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Season();

    [GeneratedRegex(
        @"^(?:UTC|GMT)?\s?(?<sign>[+\-\u2212])(?<h>[0-9]{1,2})(?::?(?<min>[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FixedOffset();
}
