using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Components.Accounts.SetUp;

/// <summary>Time zones to choose from, by their IANA names.</summary>
internal static class TimeZones
{
    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Select(Iana).OfType<string>().Where(name => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("Etc/", StringComparison.Ordinal)).Append("UTC").Distinct().Order(StringComparer.Ordinal)]);

    public static IReadOnlyList<string> All => Known.Value;

    public static bool Has(string? name) => name is not null && All.Contains(name) && LocalClock.Find(name) is not null;

    private static string? Iana(TimeZoneInfo zone) => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null;
}
