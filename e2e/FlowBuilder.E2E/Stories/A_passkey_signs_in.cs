using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_passkey_signs_in(Chromium chromium)
{
    [Fact]
    public async Task Without_a_password_until_it_is_removed()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var device = await olive.Page.Context.NewCDPSessionAsync(olive.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true
            },
        });
        await olive.SignInAsync("olive");
        await olive.Page.GotoAsync("account");
        await olive.Page.GetByTestId("passkey-name").FillAsync("Work laptop");
        await olive.Page.GetByTestId("passkey-password").FillAsync(Site.Password);
        await olive.Page.GetByTestId("passkey-add").ClickAsync();
        (await olive.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("passkey was added");
        (await olive.Page.GetByTestId("passkey").InnerTextAsync()).ShouldContain("Work laptop");
        await olive.PictureAsync("account-with-passkey");
        await olive.Page.GetByTestId("sign-out").ClickAsync();
        await Assertions.Expect(olive.Page).ToHaveURLAsync(new Regex("/sign-in$"));

        await olive.Page.GotoAsync("sign-in?back=/settings/system");
        await olive.Page.GetByTestId("passkey-sign-in").ClickAsync();
        await olive.AliveAsync();
        (await olive.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe("System");

        await olive.Page.GotoAsync("account");
        await olive.Page.GetByTestId("passkey-remove").ClickAsync();
        (await olive.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("removed");
        await olive.Page.GetByTestId("sign-out").ClickAsync();
        await olive.Page.GetByTestId("passkey-sign-in").ClickAsync();
        (await olive.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("does not belong to an account");
        olive.Faults.ShouldBeEmpty();
    }
}
