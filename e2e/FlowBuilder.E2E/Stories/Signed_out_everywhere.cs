using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Signed_out_everywhere(Chromium chromium)
{
    [Fact]
    public async Task Ends_the_other_browsers_and_not_this_one()
    {
        await using var site = await Site.StartAsync();
        await using var here = await Visitor.ComeAsync(chromium, site);
        await using var there = await Visitor.ComeAsync(chromium, site);
        await here.SignInAsync("olive");
        await there.SignInAsync("olive");
        await there.OpenAsync("settings/system");

        await here.Page.GotoAsync("account");
        (await here.Page.GetByTestId("session").CountAsync()).ShouldBe(2);
        await here.Page.GetByTestId("sessions-password").FillAsync(Site.Password);
        await here.Page.GetByTestId("end-others").ClickAsync();
        (await here.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("signed out everywhere else");
        (await here.Page.GetByTestId("session").CountAsync()).ShouldBe(1);

        // The open page of the other browser goes without a click there.
        await Assertions.Expect(there.Page).ToHaveURLAsync(new Regex("/sign-in\\?back="), new() { Timeout = 60_000 });
        await here.OpenAsync("settings/system");
        here.Faults.ShouldBeEmpty();
    }
}
