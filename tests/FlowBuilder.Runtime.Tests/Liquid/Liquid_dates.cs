using FlowBuilder.Runtime.Tests.Templates;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Liquid;

public sealed class Liquid_dates
{
    [Theory]
    [InlineData("2026-06-01", "%F %A", "2026-06-01 Monday")]
    [InlineData("2026-06-01T02:05:09Z", "%d/%m/%y %H:%M:%S", "31/05/26 22:05:09")]
    [InlineData("2026-01-15T17:00:00Z", "%-I %p|%l|%k|%P", "12 PM|12|12|pm")]
    [InlineData("2026-01-05T14:00:00Z", "%e|%-d|%_d|%j|%-j|%^b|%%|%Q", " 5|5| 5|005|5|JAN|%|%Q")]
    [InlineData("2026-01-05T14:00:00+00:00", "%z %s %u %w %V %G", "-0500 1767621600 1 1 02 2026")]
    [InlineData("soon", "%Y", "soon")]
    [InlineData("2026-06-01", "", "June 1, 2026")]
    [InlineData("2026-06-01", "100%", "100%")]
    public void Are_written_like_strftime_in_the_customers_zone(string value, string format, string expected) =>
        Sample.Html(
            "{{ customer.d | date: f }}".Replace(" f ", $" '{format}' ", StringComparison.Ordinal),
            Sample.Context($$"""{"d":"{{value}}","time_zone":"America/New_York"}"""))
            .ShouldBe(expected);
}
