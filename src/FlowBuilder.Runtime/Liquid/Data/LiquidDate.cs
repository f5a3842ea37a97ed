using System.Globalization;
using System.Text;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Time;
using FlowBuilder.Runtime.Html;
using FlowBuilder.Runtime.Templates;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>
/// Liquid's <c>date</c> filter: <c>{{ record.start_at | date: "%A, %B %-d at %-I:%M %p" }}</c>, after Ruby's strftime. Moments are told
/// in the customer's zone; a date without a time stays that date. What is no date comes back as it is.
/// </summary>
internal static class LiquidDate
{
    private const string Usual = "%B %-d, %Y";

    internal static object? Format(object? value, string? format, MergeFields? fields)
    {
        if (value is null or "") return null;
        var zone = fields?.Zone ?? TimeZoneInfo.Utc;
        return Read(value, fields?.Reads ?? zone, fields?.Now ?? default) is { } moment
            ? Write(moment, string.IsNullOrEmpty(format) ? Usual : format, zone)
            : value;
    }

    private static DateTimeOffset? Read(object value, ReadingRules reads, DateTimeOffset now) => value switch
    {
        string text when text is "now" or "today" => TimeZoneInfo.ConvertTime(now, reads.Zone),
        string text => Values.AsMoment(text, reads) is { } moment ? TimeZoneInfo.ConvertTime(moment, reads.Zone) : OfSeconds(text, reads),
        HtmlFragment fragment => Read(fragment.Source, reads, now),
        long seconds when seconds is > -62_000_000_000 and < 250_000_000_000 =>
            TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), reads.Zone),
        decimal seconds when seconds is > -62_000_000_000 and < 250_000_000_000 => Read((long)decimal.Floor(seconds), reads, now),
        DateTimeOffset moment => TimeZoneInfo.ConvertTime(moment, reads.Zone),
        DateTime local => LocalClock.Resolve(local, reads.Zone),
        _ => null,
    };

    /// <summary>Seconds since 1970, as <c>date: "%s"</c> writes them.</summary>
    private static DateTimeOffset? OfSeconds(string text, ReadingRules reads) =>
        text.Length is >= 9 and <= 11 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Read(seconds, reads, default)
            : null;

    private static string Write(DateTimeOffset at, string format, TimeZoneInfo zone)
    {
        var text = new StringBuilder(format.Length + 16);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            var from = i++;
            var flag = format[i] is '-' or '_' or '0' or '^' && i + 1 < format.Length ? format[i++] : '\0';
            var part = Part(at, format[i], zone);
            text.Append(part is null ? format[from..(i + 1)] : Flagged(part, flag));
        }

        return text.ToString();
    }

    private static string Flagged(string part, char flag) => flag switch
    {
        '^' => part.ToUpperInvariant(),
        '-' when part.Length > 1 => part.TrimStart('0', ' ') is { Length: > 0 } trimmed ? trimmed : "0",
        '_' when part.Length > 1 && part[0] == '0' => ' ' + part[1..],
        '0' => part.Replace(' ', '0'),
        _ => part,
    };

    private static string? Part(DateTimeOffset at, char letter, TimeZoneInfo zone) => letter switch
    {
        'Y' => Net(at, "yyyy"),
        'y' => Net(at, "yy"),
        'C' => (at.Year / 100).ToString("00", CultureInfo.InvariantCulture),
        'm' => Net(at, "MM"),
        'd' => Net(at, "dd"),
        'e' => at.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'j' => at.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        'H' => Net(at, "HH"),
        'k' => at.Hour.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'I' => Net(at, "hh"),
        'l' => ((at.Hour + 11) % 12 + 1).ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'M' => Net(at, "mm"),
        'S' => Net(at, "ss"),
        'L' => Net(at, "fff"),
        'N' => Net(at, "fffffff") + "00",
        'p' => at.Hour < 12 ? "AM" : "PM",
        'P' => at.Hour < 12 ? "am" : "pm",
        'A' => Net(at, "dddd"),
        'a' => Net(at, "ddd"),
        'B' => Net(at, "MMMM"),
        'b' or 'h' => Net(at, "MMM"),
        'u' => (at.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)at.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'w' => ((int)at.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'U' => ((at.DayOfYear + 6 - (int)at.DayOfWeek) / 7).ToString("00", CultureInfo.InvariantCulture),
        'W' => ((at.DayOfYear + 6 - ((int)at.DayOfWeek + 6) % 7) / 7).ToString("00", CultureInfo.InvariantCulture),
        'V' => ISOWeek.GetWeekOfYear(at.DateTime).ToString("00", CultureInfo.InvariantCulture),
        'G' => ISOWeek.GetYear(at.DateTime).ToString("0000", CultureInfo.InvariantCulture),
        'z' => Net(at, "zzz").Replace(":", "", StringComparison.Ordinal),
        'Z' => zone.IsDaylightSavingTime(at) ? zone.DaylightName : zone.StandardName,
        's' => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        'D' or 'x' => Net(at, "MM'/'dd'/'yy"),
        'F' => Net(at, "yyyy'-'MM'-'dd"),
        'T' or 'X' => Net(at, "HH':'mm':'ss"),
        'R' => Net(at, "HH':'mm"),
        'r' => Net(at, "hh':'mm':'ss ") + (at.Hour < 12 ? "AM" : "PM"),
        'c' => Net(at, "ddd MMM ") + at.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + Net(at, " HH':'mm':'ss yyyy"),
        'v' => at.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2) + Net(at, "'-'MMM'-'yyyy").ToUpperInvariant(),
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => null,
    };

    private static string Net(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
