using System.Text.Json.Serialization;
using FlowBuilder.Core.Model;

namespace FlowBuilder.Steps;

/// <summary>By whose wall clock hours are meant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WhoseClock>))]
public enum WhoseClock
{
    /// <summary>By the customer's zone; the company's where it is not known.</summary>
    [JsonStringEnumMemberName("customer")] Customer,

    /// <summary>By the company's zone.</summary>
    [JsonStringEnumMemberName("company")] Company,
}

/// <summary>Finds the zone of a <see cref="WhoseClock"/>.</summary>
internal static class Clocks
{
    public static TimeZoneInfo ZoneOf(WhoseClock? clock, Facts facts) => clock == WhoseClock.Company ? facts.Company.Zone : facts.Zone;

    public static string ToWords(WhoseClock? clock) => clock == WhoseClock.Company ? "company time" : "the customer's time";
}
