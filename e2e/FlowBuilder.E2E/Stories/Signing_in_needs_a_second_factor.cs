using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using FlowBuilder.Testing;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Signing_in_needs_a_second_factor(Chromium chromium)
{
    [Fact]
    public async Task Once_an_authenticator_app_is_set_up_and_a_recovery_code_helps_without_the_phone()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await olive.Page.GetByRole(AriaRole.Button, new() { Name = "Your account" }).ClickAsync();
        await olive.Page.GetByText("Your account").ClickAsync();
        await olive.Page.GetByTestId("two-factor").WaitForAsync();
        await olive.PictureAsync("account");
        await olive.Page.GetByTestId("two-factor").ClickAsync();
        var key = await olive.Page.GetByTestId("factor-key").InnerTextAsync();
        await olive.PictureAsync("two-factor");
        await olive.Page.GetByTestId("code").FillAsync("000000");
        await olive.Page.GetByTestId("password").FillAsync(Site.Password);
        await olive.Page.GetByTestId("factor-on").ClickAsync();
        (await olive.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("wrong");
        (await olive.Page.GetByTestId("factor-key").InnerTextAsync()).ShouldBe(key);
        await olive.Page.GetByTestId("code").FillAsync(AuthenticatorApp.CodeOf(key));
        await olive.Page.GetByTestId("password").FillAsync(Site.Password);
        await olive.Page.GetByTestId("factor-on").ClickAsync();
        await olive.Page.GetByTestId("recovery-codes").WaitForAsync();
        var codes = await olive.Page.GetByTestId("recovery-codes").Locator("li").AllInnerTextsAsync();
        codes.Count.ShouldBe(10);
        await olive.PictureAsync("recovery-codes");
        (await site.LinkAsync("olive@green.example", "Two-factor sign-in was turned on")).ShouldEndWith("/sign-in");
        olive.Faults.ShouldBeEmpty();

        await using var elsewhere = await Visitor.ComeAsync(chromium, site, width: 390, height: 844);
        await PasswordAsync(elsewhere);
        await elsewhere.PictureAsync("code-phone");
        await elsewhere.Page.GetByTestId("code").FillAsync("123 456");
        await elsewhere.Page.GetByTestId("send-code").ClickAsync();
        (await elsewhere.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("This code is wrong");
        await elsewhere.Page.GetByTestId("code").FillAsync(AuthenticatorApp.CodeOf(key));
        await elsewhere.Page.GetByTestId("remember-browser").CheckAsync();
        await elsewhere.Page.GetByTestId("send-code").ClickAsync();
        await elsewhere.AliveAsync();
        (await elsewhere.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("Welcome, Olive");

        // This browser is known now: signing in again asks for the password alone.
        await elsewhere.Page.GotoAsync("account");
        await elsewhere.PictureAsync("account-phone");
        await elsewhere.Page.GetByTestId("sign-out").ClickAsync();
        await elsewhere.SignInAsync("olive");
        elsewhere.Faults.ShouldBeEmpty();

        await using var withoutPhone = await Visitor.ComeAsync(chromium, site);
        await PasswordAsync(withoutPhone);
        await withoutPhone.Page.GetByTestId("code").FillAsync(codes[3].ToLowerInvariant());
        await withoutPhone.Page.GetByTestId("send-code").ClickAsync();
        await withoutPhone.AliveAsync();
        await withoutPhone.Page.GotoAsync("account/two-factor");
        (await withoutPhone.Page.Locator("main").InnerTextAsync()).ShouldContain("9 recovery codes left");
        await withoutPhone.PictureAsync("two-factor-on");
        await withoutPhone.Page.GetByTestId("password").FillAsync(Site.Password);
        await withoutPhone.Page.GetByTestId("factor-off").ClickAsync();
        (await withoutPhone.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("off");
    }

    private static async Task PasswordAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("sign-in");
        await visitor.Page.GetByTestId("email").FillAsync("olive@green.example");
        await visitor.Page.GetByTestId("password").FillAsync(Site.Password);
        await visitor.Page.GetByTestId("sign-in").ClickAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in/code"));
    }
}
