using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_person_signs_in(Chromium chromium)
{
    [Fact]
    public async Task With_email_and_password_to_where_they_were_going_and_out_again()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.Page.GotoAsync("settings/system");
        olive.Page.Url.ShouldContain("/sign-in?back=");
        await olive.PictureAsync("sign-in");
        await olive.Page.GetByTestId("email").FillAsync("olive@green.example");
        await olive.Page.GetByTestId("password").FillAsync("not-the-password");
        await olive.Page.GetByTestId("sign-in").ClickAsync();
        (await olive.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("Email or password is wrong");

        await olive.Page.GetByTestId("password").FillAsync(Site.Password);
        await olive.Page.GetByTestId("sign-in").ClickAsync();
        await olive.AliveAsync();
        (await olive.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("System");
        await olive.PictureAsync("system");

        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await olive.Page.GetByTestId("sign-out").ClickAsync();
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("/sign-in$"));
        await olive.Page.GotoAsync("settings/system");
        olive.Page.Url.ShouldContain("/sign-in");
        olive.Faults.ShouldBeEmpty();
    }
}
