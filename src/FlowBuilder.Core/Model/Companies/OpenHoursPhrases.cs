using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Companies;

/// <summary>Business hours as a customer reads them.</summary>
public static class OpenHoursPhrases
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>“Mon-Fri 8:00 AM-5:00 PM, Sat 9:00 AM-12:00 PM”; days that follow each other with
    /// the same hours stand together. Empty when the office is never open.</summary>
    public static string Of(IEnumerable<OpenHours> hours)
    {
        var byDay = Enumerable.Range(0, 7).Select(_ => new List<OpenHours>()).ToArray();
        foreach (var open in hours) byDay[FromMonday(open.Day)].Add(open);
        var spans = byDay.Select(
            day => string.Join(
                " and ", day.OrderBy(open => open.From).Select(open => $"{ClockWords.Of(open.From)}-{ClockWords.Of(open.To)}"))).ToArray();
        var parts = new List<string>();
        for (var first = 0; first < 7;)
        {
            var last = first;
            while (last < 6 && spans[last + 1] == spans[first]) last++;
            if (spans[first].Length > 0) parts.Add($"{(last == first ? Names[first] : $"{Names[first]}-{Names[last]}")} {spans[first]}");
            first = last + 1;
        }

        return string.Join(", ", parts);
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
