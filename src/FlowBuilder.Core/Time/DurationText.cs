using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowBuilder.Core.Time;

/// <summary>Reads and writes <see cref="Duration"/> as ISO 8601 and as words.</summary>
internal static partial class DurationText
{
    private const int MostUnits = 1_000_000;

    private static readonly string[] UnitNames = ["y", "m", "w", "d", "h", "min", "s"];

    [GeneratedRegex(
        @"^(?<sign>[-+])?P(?:(?<y>[0-9]{1,7})Y)?(?:(?<m>[0-9]{1,7})M)?(?:(?<w>[0-9]{1,7})W)?(?:(?<d>[0-9]{1,7})D)?(?<t>T(?:(?<h>[0-9]{1,7})H)?(?:(?<min>[0-9]{1,7})M)?(?:(?<s>[0-9]{1,7}(?:\.[0-9]{1,7})?)S)?)?$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    public static bool TryRead(string? text, out Duration duration)
    {
        duration = default;
        if (text is null || text.Length > 60) return false;
        var match = Iso().Match(text);
        if (!match.Success) return false;
        if (match.Groups["t"] is { Success: true, Length: 1 }) return false;
        if (!UnitNames.Any(name => match.Groups[name].Success)) return false;
        long Number(string name) => match.Groups[name].Success ? long.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var seconds = match.Groups["s"].Success ? decimal.Parse(match.Groups["s"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var months = (Number("y") * 12) + Number("m");
        var days = (Number("w") * 7) + Number("d");
        if (months > MostUnits || days > MostUnits) return false;
        var sign = match.Groups["sign"].ValueSpan is "-" ? -1 : 1;
        var clock = TimeSpan.FromHours(Number("h")) + TimeSpan.FromMinutes(Number("min"))
            + TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        duration = new Duration(sign * (int)months, sign * (int)days, sign * clock);
        return true;
    }

    public static string Write(Duration duration)
    {
        if (duration.IsZero) return "PT0S";
        var (months, days, clock) = Absolute(duration);
        var text = new StringBuilder(duration.IsNegative ? "-P" : "P");
        if (months > 0) text.Append(CultureInfo.InvariantCulture, $"{months}M");
        if (days > 0) text.Append(CultureInfo.InvariantCulture, $"{days}D");
        if (clock == TimeSpan.Zero) return text.ToString();
        text.Append('T');
        if ((long)clock.TotalHours > 0) text.Append(CultureInfo.InvariantCulture, $"{(long)clock.TotalHours}H");
        if (clock.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{clock.Minutes}M");
        var seconds = clock.Seconds + ((decimal)(clock.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerSecond);
        if (seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds:0.#######}S");
        return text.ToString();
    }

    public static string Words(Duration duration)
    {
        if (duration.IsZero) return "no time";
        var (months, days, clock) = Absolute(duration);
        var parts = new List<string>();
        Add(months / 12, "year");
        Add(months % 12, "month");
        if (days >= 14 && days % 7 == 0) Add(days / 7, "week");
        else Add(days, "day");
        Add((long)clock.TotalHours, "hour");
        Add(clock.Minutes, "minute");
        Add(clock.Seconds, "second");
        return parts.Count == 0 ? "less than a second" : string.Join(' ', parts);
        void Add(long number, string unit)
        {
            if (number > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}"));
        }
    }

    private static (int Months, int Days, TimeSpan Clock) Absolute(Duration duration) =>
        (Math.Abs(duration.Months), Math.Abs(duration.Days), duration.Clock.Duration());
}
