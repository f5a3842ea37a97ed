using System.Collections.Immutable;
using Bunit;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Web.Components.Settings.Companies;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Companies;

public sealed class Hours_and_holidays_editors : BunitContext
{
    private ImmutableArray<OpenHours> _hours = OpenHours.Weekdays;
    private ImmutableSortedSet<DateOnly> _days = [];

    [Fact]
    public void Several_days_are_set_at_once()
    {
        var editor = Hours();
        editor.Find("[data-testid=choose-saturday]").Change(true);
        editor.Find("[data-testid=choose-sunday]").Change(true);
        editor.Find("[data-testid=several-from]").Change("10:00:00");
        editor.Find("[data-testid=several-to]").Change("14:30:00");
        editor.Find("[data-testid=several-open]").Click();
        OpenHoursPhrases.Of(_hours).ShouldBe("Mon-Fri 8:00 AM-5:00 PM, Sat-Sun 10:00 AM-2:30 PM");
        editor.Find("[data-testid=choose-monday]").Change(true);
        editor.Find("[data-testid=choose-sunday]").Change(true);
        editor.Find("[data-testid=several-closed]").Click();
        OpenHoursPhrases.Of(_hours).ShouldBe("Tue-Fri 8:00 AM-5:00 PM, Sat 10:00 AM-2:30 PM");
        editor.Find("[data-testid=several-open]").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void A_day_is_closed_opened_and_given_a_break()
    {
        var editor = Hours();
        editor.Find("[data-testid=day-monday] input[type=checkbox]").Change(false);
        editor.Find("[data-testid=day-monday]").TextContent.ShouldContain("Closed");
        editor.Find("[data-testid=day-monday] input[type=checkbox]").Change(true);
        editor.FindAll("[data-testid=day-monday] input[type=time]")[1].Change("12:00");
        editor.Find("[data-testid=day-monday] button").Click();
        editor.FindAll("[data-testid=day-monday] input[type=time]")[3].Change("18:00");
        OpenHoursPhrases.Of(_hours).ShouldBe("Mon 8:00 AM-12:00 PM and 1:00 PM-6:00 PM, Tue-Fri 8:00 AM-5:00 PM");
        editor.FindAll("[data-testid=day-monday] input[type=time]")[0].Change("");
        OpenHoursPhrases.Of(_hours).ShouldStartWith("Mon 8:00 AM-12:00 PM");
        editor.FindAll("[data-testid=day-monday] button").First(button => button.TextContent == "Remove").Click();
        OpenHoursPhrases.Of(_hours).ShouldBe("Mon 1:00 PM-6:00 PM, Tue-Fri 8:00 AM-5:00 PM");
    }

    [Fact]
    public void Holidays_are_added_one_by_one_or_by_the_year_and_removed()
    {
        var editor = Render<HolidaysEditor>(
            parameters =>
                parameters.Add(one => one.Today, new DateOnly(2026, 11, 26)).Bind(one => one.Value, _days, value => _days = value));
        editor.Markup.ShouldContain("No holidays yet");
        editor.Find("[data-testid=holiday-day]").Change("2026-12-24");
        editor.Find("[data-testid=holiday-add]").Click();
        editor.Render(parameters => parameters.Add(one => one.Value, _days));
        editor.Find("[data-testid=holiday]").TextContent.ShouldContain("Thursday, December 24, 2026");
        editor.Find("[data-testid=holiday-usual]").TextContent.ShouldBe("Add the US holidays of 2026");
        editor.Find("[data-testid=holiday-usual]").Click();
        editor.Render(parameters => parameters.Add(one => one.Value, _days));
        editor.FindAll("[data-testid=holiday]").Count.ShouldBe(12);
        editor.Markup.ShouldContain("Thanksgiving Day");
        editor.Find("[data-testid=holiday-usual]").TextContent.ShouldBe("Add the US holidays of 2027");
        editor.Find("[data-testid=holiday] button").Click();
        _days.Count.ShouldBe(11);
    }

    [Theory]
    [InlineData(2024, "2024-01-15", "2024-05-27", "2024-09-02", "2024-11-28")]
    [InlineData(2026, "2026-01-19", "2026-05-25", "2026-09-07", "2026-11-26")]
    [InlineData(2028, "2028-01-17", "2028-05-29", "2028-09-04", "2028-11-23")]
    public void Moving_holidays_fall_on_their_days(int year, string king, string memorial, string labor, string thanksgiving) =>
        UsHolidays.Of(year)
            .Where(holiday => holiday.Name is "Martin Luther King Jr. Day" or "Memorial Day" or "Labor Day" or "Thanksgiving Day")
            .Select(holiday => holiday.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe([king, memorial, labor, thanksgiving]);

    [Theory]
    [InlineData("chicago", "America/Chicago")]
    [InlineData("los ang", "America/Los_Angeles")]
    [InlineData("berlin", "Europe/Berlin")]
    public void Time_zones_are_found_by_any_part_of_their_name(string typed, string found) => TimeZones.Find(typed).ShouldContain(found);

    /// <summary>Set-up and settings offer one list.</summary>
    [Theory]
    [InlineData("America/Chicago", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("UTC", true)]
    [InlineData("US/Eastern", false)]
    [InlineData("Etc/GMT+5", false)]
    [InlineData("Mars/Olympus", false)]
    [InlineData(null, false)]
    public void A_time_zone_can_be_chosen_when_it_is_a_place_or_UTC(string? name, bool canBe) => TimeZones.Has(name).ShouldBe(canBe);

    [Fact]
    public void A_time_zone_says_what_it_means_now() =>
        TimeZones.Words("America/New_York", new DateTimeOffset(2026, 1, 5, 17, 0, 0, TimeSpan.Zero))
            .ShouldBe("America/New York (5 hours behind UTC, now 12:00 PM)");

    private IRenderedComponent<HoursEditor> Hours()
    {
        IRenderedComponent<HoursEditor>? editor = null;
        editor = Render<HoursEditor>(parameters => parameters.Add(one => one.Value, _hours).Add(one => one.ValueChanged, hours =>
        {
            _hours = hours;
            editor!.Render(again => again.Add(one => one.Value, hours));
        }));
        return editor;
    }
}
