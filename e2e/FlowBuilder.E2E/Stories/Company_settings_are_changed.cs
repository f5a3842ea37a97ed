using FlowBuilder.E2E.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Company_settings_are_changed(Chromium chromium)
{
    [Fact]
    public async Task And_are_still_there_after_a_reload_and_stand_in_the_audit_log()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var page = olive.Page;
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/company");
        await olive.PictureAsync("company");

        await page.GetByTestId("name").FillAsync("Green Valley Lawn & Co");
        await page.GetByTestId("phone").FillAsync("(555) 010-2030");
        await page.GetByTestId("website").FillAsync("greenvalley.example");
        await page.Locator("#time-zone").ClickAsync();
        await page.Locator("#time-zone").FillAsync("chicago");
        await page.GetByText("America/Chicago (").First.ClickAsync();

        foreach (var day in (string[])["saturday", "sunday"]) await page.GetByTestId($"choose-{day}").CheckAsync(new() { Force = true });
        await page.GetByTestId("several-from").FillAsync("09:00");
        await page.GetByTestId("several-to").FillAsync("12:30");
        await page.GetByTestId("several-open").ClickAsync();
        await page.GetByTestId("day-wednesday").GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.GetByTestId("text-hours-from").FillAsync("10:00");
        await page.GetByTestId("text-hours-from").BlurAsync();
        await page.GetByTestId("holiday-usual").ClickAsync();
        await page.GetByTestId("holiday-day").FillAsync("2027-03-05");
        await page.GetByTestId("holiday-day").BlurAsync();
        await page.GetByTestId("holiday-add").ClickAsync();
        await Assertions.Expect(page.GetByTestId("holiday")).ToHaveCountAsync(12);

        await page.GetByTestId("email").FillAsync("not an address");
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("fault-email")).ToContainTextAsync("not an email address");
        await page.GetByTestId("email").FillAsync("hello@green.example");
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("save-state")).ToContainTextAsync("Saved: the name, the phone number");
        await olive.PictureAsync("company-saved");

        await olive.OpenAsync("settings/company");
        (await page.GetByTestId("name").InputValueAsync()).ShouldBe("Green Valley Lawn & Co");
        (await page.GetByTestId("website").InputValueAsync()).ShouldBe("https://greenvalley.example");
        (await page.Locator("#time-zone").InputValueAsync()).ShouldStartWith("America/Chicago (");
        (await page.GetByTestId("day-saturday").GetByLabel("Saturday from").InputValueAsync()).ShouldBe("09:00");
        await Assertions.Expect(page.GetByTestId("day-wednesday")).ToContainTextAsync("Closed");
        (await page.GetByTestId("text-hours-from").InputValueAsync()).ShouldBe("10:00");
        await Assertions.Expect(page.GetByTestId("holiday")).ToHaveCountAsync(12);

        await olive.OpenAsync("settings/audit-log?kind=company");
        var line = page.GetByTestId("audit-line").Filter(new() { HasText = "Changed the business hours" });
        await Assertions.Expect(line).ToContainTextAsync("Mon-Fri 8:00 AM-5:00 PM");
        await Assertions.Expect(line).ToContainTextAsync("Mon-Tue 8:00 AM-5:00 PM, Thu-Fri 8:00 AM-5:00 PM, Sat-Sun 9:00 AM-12:30 PM");
        await Assertions.Expect(page.GetByTestId("audit-line").Filter(new() { HasText = "Changed the time zone" }))
            .ToContainTextAsync("America/New_York");
        await olive.PictureAsync("audit-company");
        foreach (var screen in (string[])["company", "audit-log", "sending"]) await olive.PicturesAsync(site, $"settings/{screen}", screen);
        olive.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_people_who_change_the_same_the_second_is_told()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("adam", "Adam Admin", "admin");
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await using var adam = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await adam.SignInAsync("adam");
        await olive.OpenAsync("settings/company");
        await adam.OpenAsync("settings/company");

        await adam.Page.GetByTestId("phone").FillAsync("555 010 1111");
        await adam.Page.GetByTestId("address").FillAsync("2 Side St");
        await adam.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(adam.Page.GetByTestId("save-state")).ToContainTextAsync("Saved");

        await olive.Page.GetByTestId("phone").FillAsync("555 010 2222");
        await olive.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("fault-phone"))
            .ToContainTextAsync("Adam Admin changed the phone number to “555 010 1111” in the meantime");
        (await olive.Page.GetByTestId("address").InputValueAsync()).ShouldBe("2 Side St");
        (await olive.Page.GetByTestId("phone").InputValueAsync()).ShouldBe("555 010 2222");
        await olive.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToContainTextAsync("Saved: the phone number");
        await using var context = site.Context();
        (await context.Companies.Select(row => row.Phone).FirstAsync(TestContext.Current.CancellationToken)).ShouldBe("555 010 2222");
    }
}
