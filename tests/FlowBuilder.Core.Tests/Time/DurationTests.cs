using System.Globalization;
using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Time;

public sealed class DurationTests
{
    [Theory]
    [InlineData("P2D", "2 days")]
    [InlineData("PT90M", "1 hour 30 minutes")]
    [InlineData("-P1D", "1 day")]
    [InlineData("P1M", "1 month")]
    [InlineData("P2W", "2 weeks")]
    [InlineData("PT0S", "no time")]
    public void It_reads_and_says_itself(string text, string words) => Duration.Parse(text).ToWords().ShouldBe(words);

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("2 days")]
    [InlineData("P1.5D")]
    [InlineData("P99999999D")]
    [InlineData("P1D2")]
    public void Other_texts_are_refused(string text) => Duration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Its_text_comes_back() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 40], Gen.Int[0, 400], Gen.Int[0, 100_000]).Sample((negative, months, days, seconds) =>
        {
            var sign = negative ? -1 : 1;
            var duration = new Duration(sign * months, sign * days, sign * TimeSpan.FromSeconds(seconds));
            Duration.Parse(duration.ToString()).ShouldBe(duration);
        });

    [Fact]
    public void Reaching_never_throws() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[-1_000_000, 1_000_000], Gen.Long[0, DateTime.MaxValue.Ticks])
            .Sample((months, days, ticks) =>
                new Duration(months, days, TimeSpan.Zero).Reach(new DateTimeOffset(ticks, TimeSpan.Zero)));

    [Theory]
    [InlineData("\"2026-12-01T09:00:00-05:00\"", "2026-12-01T14:00:00Z")]
    [InlineData("\"2026-12-01T09:00:00Z\"", "2026-12-01T09:00:00Z")]
    [InlineData("\"2026-12-01T09:00:00\"", "2026-12-01T03:30:00Z")]
    public void A_point_in_time_with_offset_is_one_instant_and_without_is_local(string json, string instant)
    {
        var point = JsonSerializer.Deserialize<PointInTime>(json);

        point.Resolve(LocalClock.Find("Asia/Kolkata")!).ShouldBe(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        JsonSerializer.Deserialize<PointInTime>(JsonSerializer.Serialize(point)).ShouldBe(point);
    }

    [Theory]
    [InlineData("\"2026-12-01\"")]
    [InlineData("\"0001-01-01T00:00:00\"")]
    [InlineData("\"tomorrow at nine o'clock\"")]
    [InlineData("12")]
    public void Other_points_in_time_are_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PointInTime>(json));
}
