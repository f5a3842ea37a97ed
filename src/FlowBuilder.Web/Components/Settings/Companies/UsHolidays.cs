namespace FlowBuilder.Web.Components.Settings.Companies;

/// <summary>The federal holidays of the United States (5 U.S.C. 6103), on the days they fall on; a
/// day off instead, when one falls on a weekend, is not among them.</summary>
internal static class UsHolidays
{
    /// <summary>Those of a year, in order.</summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Of(int year) =>
    [
        (new DateOnly(year, 1, 1), "New Year’s Day"),
        (Nth(year, 1, DayOfWeek.Monday, 3), "Martin Luther King Jr. Day"),
        (Nth(year, 2, DayOfWeek.Monday, 3), "Presidents’ Day"),
        (Last(year, 5, DayOfWeek.Monday), "Memorial Day"),
        (new DateOnly(year, 6, 19), "Juneteenth"),
        (new DateOnly(year, 7, 4), "Independence Day"),
        (Nth(year, 9, DayOfWeek.Monday, 1), "Labor Day"),
        (Nth(year, 10, DayOfWeek.Monday, 2), "Columbus Day"),
        (new DateOnly(year, 11, 11), "Veterans Day"),
        (Nth(year, 11, DayOfWeek.Thursday, 4), "Thanksgiving Day"),
        (new DateOnly(year, 12, 25), "Christmas Day"),
    ];

    /// <summary>The name of a day that is one of them; null of any other day.</summary>
    public static string? NameOf(DateOnly day) =>
        Of(day.Year).Where(holiday => holiday.Day == day).Select(holiday => holiday.Name).FirstOrDefault();

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }
}
