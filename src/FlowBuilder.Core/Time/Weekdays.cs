using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Time;

/// <summary>A day of the week, written <c>mon</c> to <c>sun</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Weekday>))]
public enum Weekday
{
    [JsonStringEnumMemberName("mon")] Monday = 1,
    [JsonStringEnumMemberName("tue")] Tuesday,
    [JsonStringEnumMemberName("wed")] Wednesday,
    [JsonStringEnumMemberName("thu")] Thursday,
    [JsonStringEnumMemberName("fri")] Friday,
    [JsonStringEnumMemberName("sat")] Saturday,
    [JsonStringEnumMemberName("sun")] Sunday,
}

/// <summary>Between <see cref="Weekday"/> and the base library's <see cref="DayOfWeek"/>.</summary>
public static class Weekdays
{
    /// <summary>The weekday of a date.</summary>
    public static Weekday Of(DateTime date) => date.DayOfWeek == DayOfWeek.Sunday ? Weekday.Sunday : (Weekday)(int)date.DayOfWeek;

    /// <summary>“weekdays”, “weekends”, “every day” or a list of day names.</summary>
    public static string ToWords(IReadOnlyCollection<Weekday> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var set = days.Distinct().Order().ToArray();
        return set switch
        {
            [] or { Length: 7 } => "every day",
            [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday] => "weekdays",
            [Weekday.Saturday, Weekday.Sunday] => "weekends",
            _ => string.Join(", ", set),
        };
    }
}
