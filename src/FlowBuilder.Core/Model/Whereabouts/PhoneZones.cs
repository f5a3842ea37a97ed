using PhoneNumbers;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>Where a phone number is at home, by libphonenumber's maps of prefixes and countries.</summary>
internal static class PhoneZones
{
    private const int NorthAmerica = 1;
    private const int Most = 12;

    /// <summary>Names of the zones a number may be in, the likeliest first; empty when it says
    /// nothing (no number, free of charge, of no place).</summary>
    /// <param name="phone">As written.</param>
    /// <param name="region">The country of numbers without a country code.</param>
    public static IReadOnlyList<string> Of(string? phone, string? region)
    {
        if (string.IsNullOrWhiteSpace(phone) || phone.Length > 60) return [];
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(phone, region ?? "ZZ");
            // A number of the right length whose exchange is not given out yet still has its area code.
            if (!util.IsPossibleNumber(number)) return [];
            var type = util.GetNumberType(number);
            if (number.CountryCode == NorthAmerica
                && type is not (PhoneNumberType.FIXED_LINE or PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE
                    or PhoneNumberType.UNKNOWN))
                return [];
            var mapper = PhoneNumberToTimeZonesMapper.GetInstance();
            var zones = type == PhoneNumberType.UNKNOWN
                ? mapper.GetTimeZonesForGeographicalNumber(number)
                : mapper.GetTimeZonesForNumber(number);
            return zones.Count > Most ? [] : zones;
        }
        catch (NumberParseException)
        {
            return [];
        }
    }

    /// <summary>Names of the zones of a whole country; empty when there are very many, or none known.</summary>
    public static IReadOnlyList<string> OfCountry(string region)
    {
        var code = PhoneNumberUtil.GetInstance().GetCountryCodeForRegion(region);
        if (code is 0 or NorthAmerica) return [];
        var zones = PhoneNumberToTimeZonesMapper.GetInstance()
            .GetTimeZonesForGeographicalNumber(new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(0).Build());
        return zones.Count > Most ? [] : zones;
    }
}
