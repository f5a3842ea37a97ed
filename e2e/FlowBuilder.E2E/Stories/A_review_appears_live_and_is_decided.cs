using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_review_appears_live_and_is_decided(Chromium chromium)
{
    [Fact]
    public async Task Without_any_reload_before_a_manager_and_a_marketer_side_by_side()
    {
        await using var site = await Site.StartAsync();
        var waiting = await Waiting.MakeAsync(site);
        await using var mia = await Visitor.ComeAsync(chromium, site);
        await mia.SignInAsync("mia");
        await mia.OpenAsync("automations/reviews");
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();
        await mia.PictureAsync("desk-empty");
        await using var mark = await Visitor.ComeAsync(chromium, site, dark: true);
        await mark.SignInAsync("mark");
        await mark.OpenAsync("automations/reviews");

        await waiting.EnterAsync("Ann");
        await mia.Page.GetByTestId("review").Filter(new() { HasText = "Ann" }).WaitForAsync(new() { Timeout = 3_000 });
        await mark.Page.GetByTestId("review").Filter(new() { HasText = "Ann" }).WaitForAsync(new() { Timeout = 3_000 });
        await mia.Page.GetByTestId("bell-count").WaitForAsync();
        await waiting.EnterAsync("Bob", "Cleo");

        await mia.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        var pane = mia.Page.GetByTestId("pane");
        await pane.GetByTestId("letter-subject").Filter(new() { HasText = "Hello Ann" }).WaitForAsync();
        await pane.Locator("iframe").ContentFrame.GetByText("Glad you are here.").WaitForAsync();
        await mia.PictureAsync("desk-light");
        await mark.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        await mark.Page.GetByTestId("others").Filter(new() { HasText = "Mia Manager" }).WaitForAsync();
        (await mark.Page.GetByTestId("approve").CountAsync()).ShouldBe(0);
        await mark.PictureAsync("desk-dark");

        // The customer changes under the reviewer's eyes: what was shown is not approved unseen.
        await site.TellAsync("identify", """{"userId":"Ann","traits":{"first_name":"Anna"}}""");
        await pane.GetByTestId("approve").ClickAsync();
        await pane.GetByTestId("changed").WaitForAsync();
        await mia.PictureAsync("desk-changed");
        await pane.GetByTestId("approve").ClickAsync();
        await mia.Page.GetByTestId("review")
            .Filter(new() { HasText = "Anna" })
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await mark.Page.GetByTestId("decided").Filter(new() { HasText = "Mia Manager approved it" }).WaitForAsync();

        // The next one is open; it is rejected by keyboard.
        await pane.GetByRole(AriaRole.Heading, new() { Name = "Bob", Exact = true }).WaitForAsync();
        await mia.Page.Keyboard.PressAsync("r");
        await mia.Page.GetByTestId("reason").FillAsync("a manager's reason: not this one");
        await mia.PictureAsync("desk-reject");
        await mia.Page.GetByTestId("reject-go").ClickAsync();
        await pane.GetByRole(AriaRole.Heading, new() { Name = "Cleo", Exact = true }).WaitForAsync();

        // Cleo is put to a colleague, then off.
        await mia.Page.Keyboard.PressAsync("c");
        await mia.Page.GetByTestId("ask-note").FillAsync("You know her");
        await mia.PictureAsync("desk-ask");
        await mia.Page.GetByTestId("ask-go").ClickAsync();
        await pane.GetByTestId("asked").WaitForAsync();
        await mia.Page.Keyboard.PressAsync("s");
        await mia.Page.GetByTestId("snooze-choice").First.WaitForAsync();
        await mia.PictureAsync("desk-snooze");
        await mia.Page.GetByTestId("snooze-choice").First.ClickAsync();
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();
        await mia.Page.GetByTestId("view-snoozed").ClickAsync();
        await mia.Page.GetByTestId("review").Filter(new() { HasText = "Cleo" }).WaitForAsync();

        (await waiting.SentAsync()).ShouldBe(new Dictionary<string, int> { ["Hello Anna"] = 1 });
        await mia.OpenAsync("notifications");
        await mia.Page.GetByTestId("notification").First.WaitForAsync();
        await mia.PictureAsync("notifications");
        await mia.OpenAsync("/");
        await mia.PictureAsync("home");
        mia.Faults.Concat(mark.Faults).ShouldBeEmpty();
    }
}
