using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_manager_is_invited_and_accepts_by_the_emailed_link(Chromium chromium)
{
    [Fact]
    public async Task And_works_with_the_company_from_then_on()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/users");
        await olive.Page.GetByTestId("invite").ClickAsync();
        await olive.Page.GetByTestId("invite-email").FillAsync("not an address");
        await olive.Page.GetByTestId("invite-send").ClickAsync();
        (await olive.Page.GetByTestId("invite-fault").InnerTextAsync()).ShouldContain("not an email address");
        await olive.Page.GetByTestId("invite-email").FillAsync("mike@green.example");
        await olive.Page.GetByTestId("role-manager").CheckAsync();
        await olive.PictureAsync("invite");
        await olive.Page.GetByTestId("invite-send").ClickAsync();
        var line = olive.Page.GetByTestId("user").Filter(new() { HasText = "mike@green.example" });
        (await line.GetByTestId("state").InnerTextAsync()).ShouldContain("Invited");

        var link = await site.LinkAsync("mike@green.example", "Olive Green invites you to Green Valley");
        await using var mike = await Visitor.ComeAsync(chromium, site, width: 390, height: 844, dark: true);
        await mike.Page.GotoAsync(link);
        (await mike.Page.GetByTestId("invitation").InnerTextAsync()).ShouldContain("as a manager");
        await mike.PictureAsync("invitation-phone-dark");
        await mike.Page.GetByTestId("name").FillAsync("Mike Mower");
        await mike.Page.GetByTestId("password").FillAsync("gravel-sunday-trombone");
        await mike.Page.GetByTestId("accept").ClickAsync();
        await mike.AliveAsync();
        (await mike.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("Welcome, Mike");

        await olive.OpenAsync("settings/users");
        line = olive.Page.GetByTestId("user").Filter(new() { HasText = "Mike Mower" });
        (await line.InnerTextAsync()).ShouldContain("Manager");
        (await line.GetByTestId("state").InnerTextAsync()).ShouldContain("Last signed in");
        await olive.PictureAsync("users");
        mike.Faults.ShouldBeEmpty();
        olive.Faults.ShouldBeEmpty();

        await mike.Page.GotoAsync(link);
        (await mike.Page.GetByTestId("invitation-void").InnerTextAsync()).ShouldContain("already accepted");
    }

    [Fact]
    public async Task Somebody_who_signs_in_elsewhere_accepts_with_the_same_sign_in()
    {
        await using var site = await Site.StartAsync();
        await site.FoundAsync(2, "Blue Pools");
        await site.HireAsync("petra", "Petra Pool", "owner", company: 2, isPrimaryOwner: true);
        await using var olive = await Visitor.ComeAsync(chromium, site, width: 390, height: 844);
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/users");
        await olive.Page.GetByTestId("invite").ClickAsync();
        await olive.Page.GetByTestId("invite-email").FillAsync("petra@green.example");
        await olive.Page.GetByTestId("invite-send").ClickAsync();
        var line = olive.Page.GetByTestId("user").Filter(new() { HasText = "petra@green.example" });
        await line.WaitForAsync();
        (await line.InnerTextAsync()).ShouldNotContain("Petra Pool");
        await olive.PictureAsync("users-phone");

        var link = await site.LinkAsync("petra@green.example", "invites you to Green Valley");
        await olive.Page.GotoAsync(link);
        (await olive.Page.GetByTestId("wrong-account").InnerTextAsync()).ShouldContain("signed in as olive@green.example");
        await olive.PictureAsync("invitation-wrong-account");
        await using var petra = await Visitor.ComeAsync(chromium, site);
        await petra.Page.GotoAsync(link);
        await petra.PictureAsync("invitation-sign-in");
        await petra.Page.GetByTestId("to-sign-in").ClickAsync();
        await petra.Page.GetByTestId("email").FillAsync("petra@green.example");
        await petra.Page.GetByTestId("password").FillAsync(Site.Password);
        await petra.Page.GetByTestId("sign-in").ClickAsync();
        await petra.Page.GetByTestId("accept").ClickAsync();
        await petra.AliveAsync();
        (await petra.Page.GetByTestId("company-switcher").Locator("select option:checked").InnerTextAsync()).ShouldBe("Green Valley");
        petra.Faults.ShouldBeEmpty();
    }
}
