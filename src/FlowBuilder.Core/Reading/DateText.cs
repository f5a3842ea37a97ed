using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// Dates as senders write them: ISO 8601 in all its usual spellings (also <c>2026-12-05 14:30:00 UTC</c> and <c>2026-12-05T9:30</c>), RFC
/// 2822 with its names of zones and what programming languages write (<c>Sat Dec 05 2026 09:30:00 GMT-0500</c>), months by their English
/// names, seconds and milliseconds (of today's years also micro- and nanoseconds) since 1970, <c>/Date(1796481000000)/</c>
/// of older .NET, and days with slashes, dots or dashes in the order that is asked for; where only the other order makes a
/// date, that one. Anything else is no date, and is never guessed at. Years 1 to 9999.
/// </summary>
public static partial class DateText
{
    private const int Longest = 80;
    private const decimal Soonest = 100_000_000;            // 1973: smaller numbers are hardly seconds
    private const decimal Milliseconds = 100_000_000_000;   // as seconds the year 5138
    private const decimal LatestMilliseconds = 250_000_000_000_000;
    private const decimal Microseconds = 1_000_000_000_000_000;          // 2001
    private const decimal LatestMicroseconds = 10_000_000_000_000_000;   // 2286
    private const decimal Nanoseconds = 1_000_000_000_000_000_000;       // 2001
    private const decimal LatestNanoseconds = long.MaxValue;             // 2262

    private const string TimeOfDay =
        @"(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,9}))?)?(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?";
    private const string Behind =
        @"(?:\s?(?<zone>[Zz]|(?:UTC|GMT|UT)?\s?[+\-\u2212][0-9]{1,2}(?::?[0-9]{2})?|UTC|GMT|UT|[ECMP][SD]T))?(?:\s(?:UTC|GMT))?(?:\s?[\[(][^\])]{1,40}[\])])?";
    private const string Weekday = @"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s)?";
    private const string Month = @"(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly SearchValues<char> Digital = SearchValues.Create("0123456789.");
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a text; null when it is no date.</summary>
    public static WrittenDate? Read(string? text, DayOrder order)
    {
        if (text is null || text.Length > Longest) return null;
        var plain = AsciiDigits.Of(PlainText.Of(text));
        if (plain.Length < 6 || !plain.AsSpan().ContainsAnyInRange('0', '9')) return null;
        if (char.IsAsciiDigit(plain[^1]) && !plain.AsSpan().ContainsAnyExcept(Digital))
            return Digits(plain) ?? ByOrder(plain, order) ?? Try(Iso().Match(plain));
        return Try(Iso().Match(plain))
            ?? Try(Basic().Match(plain))
            ?? Try(DayNamed().Match(plain))
            ?? Try(MonthNamed().Match(plain))
            ?? Try(YearLast().Match(plain))
            ?? OfOlderNet(OlderNet().Match(plain))
            ?? ByOrder(plain, order);
    }

    /// <summary>Reads a number: seconds or milliseconds since 1970, or a day written as 20261205; null when it is none.</summary>
    public static WrittenDate? Read(decimal number)
    {
        if (number == decimal.Truncate(number)
            && number is >= 19_000_101 and <= 29_991_231
            && Day((int)number / 10_000, (int)number / 100 % 100, (int)number % 100) is { } day)
            return new WrittenDate(day, false, null);
        decimal? ticks = number switch
        {
            < Soonest => null,
            < Milliseconds => number * TimeSpan.TicksPerSecond,
            <= LatestMilliseconds => number * TimeSpan.TicksPerMillisecond,
            >= Microseconds and < LatestMicroseconds => number * TimeSpan.TicksPerMicrosecond,
            >= Nanoseconds and <= LatestNanoseconds => number / TimeSpan.NanosecondsPerTick,
            _ => null,
        };
        return ticks is { } since ? At(decimal.Truncate(since), TimeSpan.Zero) : null;
    }

    private static WrittenDate At(decimal ticksSince1970, TimeSpan offset) =>
        new(DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks((long)ticksSince1970) + offset, DateTimeKind.Unspecified), true, offset);

    /// <summary>What .NET and its JSON wrote for many years: milliseconds, which may be before
    /// 1970; the offset behind says only where.</summary>
    private static WrittenDate? OfOlderNet(Match match)
    {
        if (!match.Success) return null;
        var ticks = decimal.Parse(match.Groups["ms"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            * TimeSpan.TicksPerMillisecond;
        var offset = match.Groups["zone"] is { Success: true } zone ? Offset(zone.Value) : TimeSpan.Zero;
        return offset is not null && ticks > -DateTime.UnixEpoch.Ticks / 2 && ticks <= LatestMilliseconds * TimeSpan.TicksPerMillisecond
            ? At(ticks, offset.Value)
            : null;
    }

    private static WrittenDate? Digits(string plain) =>
        plain.Count(character => character == '.') <= 1
            && plain[0] != '.'
            && plain.Length is 8 or (>= 9 and <= 24)
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Read(number)
            : null;

    private static WrittenDate? ByOrder(string plain, DayOrder order)
    {
        var match = Numeric().Match(plain);
        if (!match.Success) return null;
        var (first, second) = (Number(match, "one"), Number(match, "two"));
        var (month, day) = order == DayOrder.MonthFirst ? (first, second) : (second, first);
        return With(match, Year(match), month, day) ?? With(match, Year(match), day, month);
    }

    private static WrittenDate? Try(Match match)
    {
        if (!match.Success) return null;
        var month = match.Groups["month"] is { Success: true } named
            ? Array.IndexOf(Months, named.Value[..3].ToLowerInvariant()) + 1
            : Number(match, "m");
        return With(match, Year(match), month, Number(match, "d"));
    }

    private static WrittenDate? With(Match match, int year, int month, int day)
    {
        if (Day(year, month, day) is not { } date) return null;
        if (!match.Groups["h"].Success) return match.Groups["zone"].Success ? null : new WrittenDate(date, false, null);
        if (Clock(match) is not { } clock) return null;
        if (!match.Groups["zone"].Success) return new WrittenDate(date + clock, true, null);
        return Offset(match.Groups["zone"].Value) is { } offset ? new WrittenDate(date + clock, true, offset) : null;
    }

    private static DateTime? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;

    private static TimeSpan? Clock(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "min"), Number(match, "s"));
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (half.Value is "p" or "P" ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59) return null;
        var fraction = match.Groups["f"] is { Success: true } digits
            ? long.Parse(digits.Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture)
            : 0;
        return new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
    }

    private static TimeSpan? Offset(string zone)
    {
        var sign = zone.AsSpan().IndexOfAny('+', '-', '\u2212');
        // RFC 2822, 4.3: the short names that are offsets.
        if (sign < 0)
            return zone.Length == 3 && "ECMP".IndexOf(zone[0], StringComparison.OrdinalIgnoreCase) is >= 0 and var west
                ? TimeSpan.FromHours(-5 - west + (zone[1] is 'D' or 'd' ? 1 : 0))
                : TimeSpan.Zero;
        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        if (minutes > 59 || (60 * hours) + minutes > 14 * 60) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[sign] == '+' ? offset : -offset;
    }

    /// <summary>Two digits mean 1950 to 2049, as spreadsheets have it.</summary>
    private static int Year(Match match) =>
        match.Groups["y"].Value is { Length: 2 } two && int.Parse(two, CultureInfo.InvariantCulture) is var year
            ? year + (year < 50 ? 2000 : 1900)
            : Number(match, "y");

    private static int Number(Match match, string name) =>
        match.Groups[name] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?:(?:T|,?\s+)" + TimeOfDay + Behind + ")?$", Options)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})T(?<h>[0-9]{2}):?(?<min>[0-9]{2})(?::?(?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,9}))?)?"
            + Behind + "$",
        Options)]
    private static partial Regex Basic();

    [GeneratedRegex(
        "^" + Weekday + @"(?<d>[0-9]{1,2})(?:st|nd|rd|th)?\.?(?:\sof)?[\s/-]" + Month + @",?[\s/-](?<y>[0-9]{4}|[0-9]{2})(?:(?:,|\sat)?\s+"
            + TimeOfDay + Behind + ")?$",
        Options)]
    private static partial Regex DayNamed();

    [GeneratedRegex(
        "^" + Weekday + Month + @"[\s-]\s*(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?[\s-](?<y>[0-9]{4})(?:(?:,|\sat)?\s+" + TimeOfDay + Behind
            + ")?$",
        Options)]
    private static partial Regex MonthNamed();

    [GeneratedRegex("^" + Weekday + Month + @"\s+(?<d>[0-9]{1,2})\s+" + TimeOfDay + Behind + @"\s(?<y>[0-9]{4})$", Options)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^/?Date\((?<ms>-?[0-9]{1,15})(?<zone>[+-][0-9]{4})?\)/?$", Options)]
    private static partial Regex OlderNet();

    [GeneratedRegex(
        @"^(?<one>[0-9]{1,2})\s?(?<mark>[-/.])\s?(?<two>[0-9]{1,2})\s?\k<mark>\s?(?<y>[0-9]{4}|[0-9]{2})(?:(?:T|,?\s+)" + TimeOfDay + Behind
            + ")?$",
        Options)]
    private static partial Regex Numeric();
}
