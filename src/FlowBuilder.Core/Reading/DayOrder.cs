using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Reading;

/// <summary>What stands first in a date such as 05/12/2026. Numbers are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayOrder>))]
public enum DayOrder
{
    /// <summary>12/05/2026 is 5 December, as in the United States.</summary>
    [JsonStringEnumMemberName("month-first")] MonthFirst = 0,

    /// <summary>05/12/2026 is 5 December, as nearly everywhere else.</summary>
    [JsonStringEnumMemberName("day-first")] DayFirst = 1,
}
