using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Whereabouts;

/// <summary>What says in which time zone a customer lives.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ZoneSource>))]
public enum ZoneSource
{
    /// <summary>The field <c>time_zone</c>.</summary>
    [JsonStringEnumMemberName("field")] Field,

    /// <summary>State, postal code or country of the address.</summary>
    [JsonStringEnumMemberName("address")] Address,

    /// <summary>The phone number.</summary>
    [JsonStringEnumMemberName("phone")] Phone,

    /// <summary>Address and phone number, which do not say the same, or only together say it.</summary>
    [JsonStringEnumMemberName("address-and-phone")] AddressAndPhone,

    /// <summary>Nothing: the company's own zone is taken.</summary>
    [JsonStringEnumMemberName("company")] Company,
}
