using System.Globalization;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Time;

public sealed class ClockWordsTests
{
    [Theory]
    [InlineData("00:00", "12:00 AM")]
    [InlineData("09:05", "9:05 AM")]
    [InlineData("12:00", "12:00 PM")]
    [InlineData("17:30", "5:30 PM")]
    [InlineData("23:59:30", "11:59:30 PM")]
    public void A_time_of_day_reads_as_on_a_twelve_hour_clock(string time, string words) =>
        ClockWords.Of(TimeOnly.Parse(time, CultureInfo.InvariantCulture)).ShouldBe(words);

    [Fact]
    public void A_moment_has_the_month_first()
    {
        var moment = new DateTimeOffset(2026, 3, 4, 14, 3, 0, TimeSpan.Zero);
        moment.ToString(ClockWords.Moment, CultureInfo.InvariantCulture).ShouldBe("Mar 4, 2026, 2:03 PM");
        moment.ToString(ClockWords.MomentInWords, CultureInfo.InvariantCulture).ShouldBe("Wed, Mar 4, 2026 at 2:03 PM");
        moment.ToString(ClockWords.Day, CultureInfo.InvariantCulture).ShouldBe("Mar 4, 2026");
    }
}
