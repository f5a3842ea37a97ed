using System.Collections.Immutable;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>
/// In which time zone a customer lives: what the field <c>time_zone</c> says; else what the address (state, postal code, country) and the
/// phone number say. Where they leave several, all count: texts leave only when it is daytime in each. Nothing
/// known: the company's. A <c>time_zone</c> nobody can read is shown, and what else is known decides.
/// </summary>
/// <param name="Zones">Where the customer may live, the likeliest first; never empty.</param>
/// <param name="Source">What says so.</param>
/// <param name="Unreadable">The field's text where it is no time zone; null when it is one, or not there.</param>
public sealed record CustomerZone(ImmutableArray<TimeZoneInfo> Zones, ZoneSource Source, string? Unreadable)
{
    /// <summary>Works it out.</summary>
    /// <param name="fields">The customer's fields.</param>
    /// <param name="company">The company's zone.</param>
    /// <param name="home">The company's country: that of phone numbers and states without one.</param>
    public static CustomerZone Of(Properties fields, TimeZoneInfo company, string? home)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(company);
        var told = fields.Text("time_zone");
        if (ZoneText.Read(told) is { IsEmpty: false } read) return new CustomerZone(read, ZoneSource.Field, null);
        var unreadable = string.IsNullOrWhiteSpace(told) ? null : told.Trim();
        var country = Countries.Read(fields.Text("address.country"));
        var address = Named(OfAddress(fields, country, home));
        var phone = Named(PhoneZones.Of(fields.Text("phone"), country ?? home));
        if (address.IsEmpty && phone.IsEmpty) return new CustomerZone([company], ZoneSource.Company, unreadable);
        if (phone.IsEmpty) return new CustomerZone(address, ZoneSource.Address, unreadable);
        if (address.IsEmpty) return new CustomerZone(phone, ZoneSource.Phone, unreadable);
        var both = address.Where(zone => phone.Any(zone.HasSameRules)).ToImmutableArray();
        if (!both.IsEmpty)
            return new CustomerZone(both, both.Length == address.Length ? ZoneSource.Address : ZoneSource.AddressAndPhone, unreadable);
        return new CustomerZone([.. address, .. phone], ZoneSource.AddressAndPhone, unreadable);
    }

    /// <summary>Worked out once for the same fields: they never change.</summary>
    internal static CustomerZone Once(Properties fields, TimeZoneInfo company, string? home)
    {
        if (fields.Memo is Memo known && ReferenceEquals(known.Company, company) && known.Home == home) return known.Zone;
        var zone = Of(fields, company, home);
        fields.Memo = new Memo(company, home, zone);
        return zone;
    }

    private static IReadOnlyList<string> OfAddress(Properties fields, string? country, string? home)
    {
        var postal = fields.Text("address.postal_code") ?? fields.Text("postal_code");
        var state = fields.Text("address.state") ?? fields.Text("state");
        if (States.Find(state, country, home) is { } named) return PostalCodes.Among(named.Zones, named.Country, postal);
        if (PostalCodes.StateOf(postal, country, home) is { } lies && States.Find(lies.State, lies.Country, null) is { } found)
            return PostalCodes.Among(found.Zones, found.Country, postal);
        return country is null ? [] : PhoneZones.OfCountry(country);
    }

    /// <summary>The zones of these names, each set of rules once.</summary>
    private static ImmutableArray<TimeZoneInfo> Named(IReadOnlyList<string> names)
    {
        if (names.Count == 1) return ZoneText.Read(names[0]) is [var only, ..] read ? read.Length == 1 ? read : [only] : [];
        var zones = ImmutableArray.CreateBuilder<TimeZoneInfo>();
        foreach (var name in names)
            if (ZoneText.Read(name) is [var zone, ..] && !zones.Any(zone.HasSameRules)) zones.Add(zone);
        return zones.ToImmutable();
    }

    private sealed record Memo(TimeZoneInfo Company, string? Home, CustomerZone Zone);
}
