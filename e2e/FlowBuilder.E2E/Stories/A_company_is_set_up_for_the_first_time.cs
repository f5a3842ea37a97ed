using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed partial class A_company_is_set_up_for_the_first_time(Chromium chromium)
{
    [Fact]
    public async Task By_the_link_on_the_console_which_then_leads_nowhere()
    {
        await using var site = Site.StartEmpty();
        await using var maria = await Visitor.ComeAsync(chromium, site);
        await maria.Page.GotoAsync("");
        maria.Page.Url.ShouldContain("/sign-in");
        (await maria.Page.GetByTestId("must-be-set-up").InnerTextAsync()).ShouldContain("set up first");
        await maria.PictureAsync("sign-in-before-set-up");

        var link = Link().Match(string.Join('\n', site.Console.All)).Value;
        link.ShouldStartWith(site.Address.ToString());
        await maria.Page.GotoAsync(link);
        (await maria.Page.GetByTestId(
            "time-zone").InputValueAsync()).ShouldBe(
                await maria.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone"));
        await maria.Page.GetByTestId("company").FillAsync("Blue Pools");
        await maria.Page.GetByTestId("time-zone").SelectOptionAsync("America/Chicago");
        await maria.Page.GetByTestId("name").FillAsync("María López");
        await maria.Page.GetByTestId("email").FillAsync("maria@bluepools.example");
        await maria.Page.GetByTestId("password").FillAsync("password123");
        await maria.Page.GetByTestId("set-up").ClickAsync();
        (await maria.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("guessed first");
        await maria.PictureAsync("set-up");
        await maria.Page.GetByTestId("password").FillAsync("gravel-sunday-trombone");
        await maria.Page.GetByTestId("set-up").ClickAsync();
        await maria.AliveAsync();
        (await maria.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("Welcome, María");
        (await maria.Page.GetByTestId("company-name").InnerTextAsync()).ShouldBe("Blue Pools");
        maria.Faults.ShouldBeEmpty();

        var again = await maria.Page.GotoAsync(link);
        again!.Status.ShouldBe((int)HttpStatusCode.NotFound);
        await maria.PictureAsync("set-up-gone");
    }

    [GeneratedRegex(@"http://\S+/set-up/\S+")]
    private static partial Regex Link();
}
