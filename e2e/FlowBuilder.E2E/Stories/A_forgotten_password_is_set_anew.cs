using FlowBuilder.E2E.Rig;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_forgotten_password_is_set_anew(Chromium chromium)
{
    [Fact]
    public async Task By_the_emailed_link_which_works_once()
    {
        await using var site = await Site.StartAsync();
        await using var olive = await Visitor.ComeAsync(chromium, site, dark: true);
        await olive.Page.GotoAsync("sign-in");
        await olive.Page.GetByText("Forgot your password?").ClickAsync();
        await olive.Page.GetByTestId("send-link").WaitForAsync();
        await olive.Page.GetByTestId("email").FillAsync("Olive@Green.example");
        await olive.PictureAsync("forgot-dark");
        await olive.Page.GetByTestId("send-link").ClickAsync();
        (await olive.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("If someone signs in with this address");
        await olive.PictureAsync("forgot-sent-dark");

        var link = await site.LinkAsync("olive@green.example", "Set a new password");
        await olive.Page.GotoAsync(link);
        await olive.Page.GetByTestId("password").FillAsync("olive green valley");
        await olive.Page.GetByTestId("set-password").ClickAsync();
        (await olive.Page.GetByTestId("fault").InnerTextAsync()).ShouldContain("guessed first");
        await olive.PictureAsync("reset-dark");
        await olive.Page.GetByTestId("password").FillAsync("gravel-sunday-trombone");
        await olive.Page.GetByTestId("set-password").ClickAsync();
        (await olive.Page.GetByTestId("done").InnerTextAsync()).ShouldContain("new password is set");
        await olive.SignInAsync("olive", "gravel-sunday-trombone");
        olive.Faults.ShouldBeEmpty();

        await olive.Page.GotoAsync(link);
        await olive.Page.GetByTestId("reset-void").WaitForAsync();
    }
}
