using System.Globalization;
using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>Cases T04, T05, I06.</summary>
public sealed class Dates_as_senders_write_them
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-12-05T14:30:00Z")]
    [InlineData("2026-12-05t14:30:00z")]
    [InlineData("2026-12-05T14:30:00.000Z")]
    [InlineData("2026-12-05T14:30:00.000000000Z")]
    [InlineData("2026-12-05T14:30:00,5Z", 500)]
    [InlineData("2026-12-05T14:30Z")]
    [InlineData("2026-12-05T09:30:00-05:00")]
    [InlineData("2026-12-05T09:30:00-0500")]
    [InlineData("2026-12-05T09:30:00-05")]
    [InlineData("2026-12-05 14:30:00 UTC")]
    [InlineData("2026-12-05 14:30:00 +0000")]
    [InlineData("2026-12-05T15:30:00+01:00[Europe/Paris]")]
    [InlineData("20261205T143000Z")]
    [InlineData("Sat, 05 Dec 2026 14:30:00 +0000")]
    [InlineData("Sat, 05 Dec 2026 14:30:00 GMT")]
    [InlineData("Saturday, 05-Dec-26 14:30:00 GMT")]
    [InlineData("Sat Dec 05 2026 09:30:00 GMT-0500 (Eastern Standard Time)")]
    [InlineData("Sat Dec  5 14:30:00 UTC 2026")]
    [InlineData("2026-12-05T9:30")]
    [InlineData("2026-12-05 9:30 AM")]
    [InlineData("Dec 5, 2026 9:30 AM")]
    [InlineData("December 5, 2026 at 9:30 am")]
    [InlineData("5 Dec 2026 09:30")]
    [InlineData("12/05/2026 9:30 AM")]
    [InlineData("12/5/26 9:30 AM")]
    [InlineData("2026/12/05 09:30")]
    [InlineData(" 2026-12-05T14:30:00Z ")]
    [InlineData("1796481000")]
    [InlineData("1796481000000")]
    [InlineData("1796481000.0")]
    [InlineData("２０２６-12-05T14:30:00Z")]
    [InlineData("2026-12-05T1４:30:00Z")]
    [InlineData("2026-12-05 14:30:00 +0000 UTC")]
    [InlineData("1796481000000000")]
    [InlineData("1796481000000000000")]
    [InlineData("/Date(1796481000000)/")]
    [InlineData("/Date(1796481000000-0500)/")]
    [InlineData("Date(1796481000500)", 500)]
    public void A_moment_is_read_in_every_spelling(string text, int milliseconds = 0) =>
        Values.AsMoment(text, new ReadingRules(NewYork)).ShouldBe(new DateTimeOffset(2026, 12, 5, 14, 30, 0, milliseconds, TimeSpan.Zero));

    [Theory]
    [InlineData("2026-12-05")]
    [InlineData("20261205")]
    [InlineData("2026/12/5")]
    [InlineData("12/05/2026")]
    [InlineData("12.05.2026")]
    [InlineData("12/5/26")]
    [InlineData("5 December 2026")]
    [InlineData("December 5th, 2026")]
    [InlineData("05-Dec-2026")]
    public void A_day_is_read_in_every_spelling(string text)
    {
        var read = DateText.Read(text, DayOrder.MonthFirst).ShouldNotBeNull();
        (read.Day, read.HasTime, read.Offset).ShouldBe((new DateOnly(2026, 12, 5), false, null));
    }

    [Theory]
    [InlineData("05/12/2026 10:00", DayOrder.DayFirst, 12, 5)]
    [InlineData("05/12/2026 10:00", DayOrder.MonthFirst, 5, 12)]
    [InlineData("05.12.2026", DayOrder.DayFirst, 12, 5)]
    [InlineData("5-12-2026", DayOrder.DayFirst, 12, 5)]
    [InlineData("20.12.2026", DayOrder.MonthFirst, 12, 20)]
    [InlineData("12/20/2026", DayOrder.DayFirst, 12, 20)]
    public void The_companys_order_decides_and_what_can_be_one_day_only_is_that_day(string text, DayOrder order, int month, int day) =>
        DateText.Read(text, order).ShouldNotBeNull().Day.ShouldBe(new DateOnly(2026, month, day));

    [Theory]
    [InlineData("46376")]
    [InlineData("tomorrow")]
    [InlineData("31/31/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-12-05T24:00")]
    [InlineData("2026-12-05T10:60")]
    [InlineData("2026-12-05T10:00:60")]
    [InlineData("2026-12-05T13:00 PM")]
    [InlineData("12/2026")]
    [InlineData("Q4 2026")]
    [InlineData("5551234")]
    [InlineData("253402300799999")]
    [InlineData("18446744073709551615")]
    [InlineData("/Date(253402300799999)/")]
    [InlineData("/Date(999999999999999)/")]
    [InlineData("/Date(1796481000000+9900)/")]
    [InlineData("/Date(NaN)/")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_date(string? text) => DateText.Read(text, DayOrder.MonthFirst).ShouldBeNull();

    [Theory]
    [InlineData("1796481000", true)]
    [InlineData("1796481000123", true)]
    [InlineData("1796481000123456", true)]
    [InlineData("1796481000123456789", true)]
    [InlineData("20261205", true)]
    [InlineData("46376", false)]
    [InlineData("500", false)]
    [InlineData("0", false)]
    public void Numbers_are_seconds_or_milliseconds(string json, bool isDate) =>
        Values.AsMoment(JsonElement.Parse(json), NewYork).HasValue.ShouldBe(isDate);

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"", true)]
    [InlineData("-62135596800", true)]
    [InlineData("\"-62135596800\"", true)]
    [InlineData("\"-0001-11-30T00:00:00\"", true)]
    [InlineData("\"0001-01-01T00:00:00\"", true)]
    [InlineData("\"0001-01-01T00:00:00.0000000+00:00\"", true)]
    [InlineData("\"1970-01-01T00:00:00Z\"", true)]
    [InlineData("\"1970-01-01T00:00:00.000+00:00\"", true)]
    [InlineData("\"0000-00-00 00:00:00\"", true)]
    [InlineData("\"/Date(-62135596800000)/\"", true)]
    [InlineData("\"/Date(0)/\"", true)]
    [InlineData("\"\"", true)]
    [InlineData("[]", true)]
    [InlineData("\"  \"", true)]
    [InlineData("0", true)]
    [InlineData("null", true)]
    [InlineData("\"1970-01-02T00:00:00Z\"", false)]
    [InlineData("\"2026-12-05\"", false)]
    public void The_zero_times_of_languages_are_no_times(string json, bool isNone) =>
        EmptyValues.IsNoTime(JsonElement.Parse(json)).ShouldBe(isNone);

    [Fact]
    public void A_birthday_in_1970_is_a_birthday() => EmptyValues.IsNoDay(JsonElement.Parse("\"1970-01-01\"")).ShouldBeFalse();

    [Fact]
    public void All_spellings_of_one_moment_are_equal() =>
        Gen.Select(Gen.DateTime[new DateTime(1975, 1, 1), new DateTime(2040, 1, 1)], Gen.Enum<DayOrder>()).Sample((moment, order) =>
        {
            var at = new DateTimeOffset(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
            var east = at.ToOffset(TimeSpan.FromHours(2));
            var invariant = CultureInfo.InvariantCulture;
            string[] spellings =
            [
                at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", invariant), at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", invariant),
                at.ToString("O", invariant), at.ToString("R", invariant), east.ToString("yyyy-MM-dd'T'HH:mm:sszzz", invariant),
                east.ToString("ddd MMM dd yyyy HH:mm:ss 'GMT+0200'", invariant), at.ToUnixTimeSeconds().ToString(invariant),
                at.ToUnixTimeMilliseconds().ToString(invariant),
                $"/Date({at.ToUnixTimeMilliseconds()})/", $"/Date({at.ToUnixTimeMilliseconds()}+0530)/",
                at.ToString(order == DayOrder.MonthFirst ? "MM/dd/yyyy HH:mm:ss 'UTC'" : "dd/MM/yyyy HH:mm:ss 'UTC'", invariant),
                at.ToString(order == DayOrder.MonthFirst ? "M/d/yyyy h:mm:ss tt 'UTC'" : "d.M.yyyy HH:mm:ss 'UTC'", invariant),
            ];
            foreach (var text in spellings) Values.AsMoment(text, new ReadingRules(NewYork, order)).ShouldBe(at, text);
        });

    [Fact]
    public void What_is_read_reads_the_same_again() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-/.: TZ+"], 6, 24]), Gen.Enum<DayOrder>()).Sample((text, order) =>
        {
            if (DateText.Read(text, order) is not { } read) return;
            var again = read.Local.ToString(read.HasTime ? "yyyy-MM-dd'T'HH:mm:ss.fffffff" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
                + (read.Offset is { } offset
                    ? (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)
                    : "");
            DateText.Read(again, order).ShouldBe(read, text);
        });
}
