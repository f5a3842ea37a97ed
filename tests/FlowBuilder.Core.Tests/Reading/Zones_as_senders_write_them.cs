using CsCheck;
using FlowBuilder.Core.Reading;
using TimeZoneConverter;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>Case T02.</summary>
public sealed class Zones_as_senders_write_them
{
    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData(" America/Los_Angeles ")]
    [InlineData("America/Los Angeles")]
    [InlineData("america/los_angeles")]
    [InlineData("AMERICA/LOS_ANGELES")]
    [InlineData("\u200bAmerica/Los_Angeles\u00a0")]
    [InlineData("US/Pacific")]
    [InlineData("Los Angeles")]
    [InlineData("Pacific Time (US & Canada)")]
    [InlineData("Pacific Time (US &amp; Canada)")]
    [InlineData("(GMT-08:00) Pacific Time (US & Canada)")]
    [InlineData("(UTC-08:00) Pacific Time (US & Canada)")]
    [InlineData("Pacific Standard Time")]
    [InlineData("Pacific Daylight Time")]
    [InlineData("GMT-0700 (Pacific Daylight Time)")]
    [InlineData("Pacific Time")]
    [InlineData("Pacific")]
    [InlineData("PST")]
    [InlineData("pdt")]
    [InlineData("PT")]
    [InlineData("PST8PDT")]
    public void Los_Angeles_is_understood(string text) => Same(Read(text), "America/Los_Angeles");

    [Theory]
    [InlineData("EST", "America/New_York")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("US Mountain Standard Time", "America/Phoenix")]
    [InlineData("Arizona", "America/Phoenix")]
    [InlineData("Central Time (US & Canada)", "America/Chicago")]
    [InlineData("Mexico City", "America/Mexico_City")]
    [InlineData("Port-au-Prince", "America/Port-au-Prince")]
    [InlineData("America/Port au Prince", "America/Port-au-Prince")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("CET", "Europe/Paris")]
    [InlineData("Central European Time", "Europe/Paris")]
    [InlineData("British Summer Time", "Europe/London")]
    [InlineData("Greenwich Mean Time", "Etc/UTC")]
    [InlineData("Z", "Etc/UTC")]
    [InlineData("UTC+00:00", "Etc/UTC")]
    [InlineData("Etc/GMT+8", "Etc/GMT+8")]
    public void Usual_names_are_understood(string text, string iana) => Same(Read(text), iana);

    [Theory]
    [InlineData("UTC-08:00", -480)]
    [InlineData("GMT-8", -480)]
    [InlineData("-08:00", -480)]
    [InlineData("-0800", -480)]
    [InlineData("+5:30", 330)]
    [InlineData("UTC +05:30", 330)]
    [InlineData("(UTC+05:30)", 330)]
    [InlineData("UTC-０8:00", -480)]
    [InlineData("+14:00", 840)]
    public void Offsets_are_understood(string text, int minutes) => Read(text).BaseUtcOffset.ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("Mars/Phobos")]
    [InlineData("Pacific Ocean Time Zone 7")]
    [InlineData("UTC-99:00")]
    [InlineData("+14:01")]
    [InlineData("+14:30")]
    [InlineData("UTC-14:59")]
    [InlineData("+05:60")]
    [InlineData("local")]
    [InlineData("480")]
    [InlineData("")]
    [InlineData(null)]
    public void Nonsense_is_no_zone(string? text) => ZoneText.Read(text).ShouldBeEmpty();

    [Fact]
    public void A_short_name_of_several_places_means_all_of_them() =>
        ZoneText.Read("MST").Select(zone => zone.Id).ShouldBe(["America/Denver", "America/Phoenix"]);

    [Fact]
    public void Every_name_tzdb_Windows_and_Rails_know_is_read_alike_however_it_is_written() =>
        Gen.Select(
            Gen.OneOf(TZConvert.KnownIanaTimeZoneNames.Where(name => name.Contains('/', StringComparison.Ordinal)).ToArray()),
            Gen.OneOf("", " ", "\u00a0", "\t"), Gen.Bool, Gen.Bool)
            .Sample(
                (name, around, lower, blanks) =>
                {
                    var written = around + (lower ? name.ToLowerInvariant() : name).Replace('_', blanks ? ' ' : '_') + around;
                    var read = ZoneText.Read(written);
                    if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return;
                    read.ShouldHaveSingleItem(written).HasSameRules(zone).ShouldBeTrue(written);
                });

    [Fact]
    public void What_is_read_reads_the_same_again() =>
        Gen.OneOf(
            Gen.OneOf(TZConvert.KnownWindowsTimeZoneIds.ToArray()), Gen.OneOf(TZConvert.KnownRailsTimeZoneNames.ToArray()),
            Gen.Int[-12, 14].Select(hours => $"UTC{hours:+00;-00}:00"), Gen.String)
            .Sample(text =>
            {
                foreach (var zone in ZoneText.Read(text))
                    ZoneText.Read(zone.Id).ShouldHaveSingleItem(text).HasSameRules(zone).ShouldBeTrue(text);
            });

    private static TimeZoneInfo Read(string text) => ZoneText.Read(text).ShouldHaveSingleItem();

    private static void Same(TimeZoneInfo zone, string iana) =>
        zone.HasSameRules(TimeZoneInfo.FindSystemTimeZoneById(iana)).ShouldBeTrue($"{zone.Id} for {iana}");
}
