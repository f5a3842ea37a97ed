using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Components.Settings.Companies;

/// <summary>The time zones a company can choose, at set-up and later, by their IANA names, and what they mean now.</summary>
internal static class TimeZones
{
    private const string Utc = "UTC";

    private static readonly string[] American =
        [
            "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
            "Pacific/Honolulu", "America/Puerto_Rico", "America/Toronto", "America/Vancouver"
        ];

    /// <summary>All of them: those most of our companies live in first, then by name, then UTC. Old
    /// spellings and other zones without a place are left out.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. American,
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(Iana)
            .OfType<string>()
            .Where(IsPlace)
            .Except(American, StringComparer.Ordinal).Distinct()
            .Order(StringComparer.Ordinal),
        Utc,
    ];

    /// <summary>Whether a zone can be chosen; false for null.</summary>
    public static bool Has(string? name) => name is not null && All.Contains(name) && LocalClock.Find(name) is not null;

    /// <summary>“America/New_York (5 hours behind UTC, now 09:12)”; the name alone of one unknown here.</summary>
    public static string Words(string name, DateTimeOffset now) =>
        LocalClock.Find(name) is { } zone
            ? $"{name.Replace('_', ' ')} ({Offset(zone.GetUtcOffset(now))}, now "
                + $"{LocalClock.Local(now, zone).ToString("h:mm tt", System.Globalization.CultureInfo.InvariantCulture)})"
            : name;

    /// <summary>Those that fit what is typed: every word must stand in the name, or in the common name of the zone (“Eastern”).</summary>
    public static IEnumerable<string> Find(string? typed)
    {
        var words = (typed ?? "").Split([' ', '/', '_', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? All
            : All.Where(name => words.All(word => Names(name).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Names(string name) => LocalClock.Find(name) is { } zone ? $"{name} {zone.StandardName} {zone.DisplayName}" : name;

    /// <summary>Windows has names of its own for zones.</summary>
    private static string? Iana(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null;

    private static string Offset(TimeSpan offset) =>
        offset == TimeSpan.Zero
            ? "same as UTC"
            : $"{Duration.Of(offset.Duration()).ToWords()} {(offset < TimeSpan.Zero ? "behind" : "ahead of")} UTC";

    private static bool IsPlace(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        && name.Split(
            '/')[0] is "Africa" or "America" or "Antarctica" or "Asia" or "Atlantic" or "Australia" or "Europe" or "Indian" or "Pacific";
}
