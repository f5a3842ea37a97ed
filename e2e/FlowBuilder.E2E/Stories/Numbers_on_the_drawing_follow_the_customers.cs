using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Numbers_on_the_drawing_follow_the_customers(Chromium chromium)
{
    [Fact]
    public async Task Without_a_reload()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        var id = await World.PublishAsync(api, World.FollowUp("Live", review: false, template: false));
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        var designer = new DesignerScreen(olive);
        var waiting = designer.Card("Wait for a while").Locator(".fbc-badge");
        await Assertions.Expect(waiting).ToBeEmptyAsync();
        for (var i = 1; i <= 3; i++)
        {
            await site.TellAsync("identify", $$$"""{"userId":"c-{{{i}}}","traits":{"email":"c{{{i}}}@example.com"}}""");
            await site.TellAsync("track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{i}}}"}}""");
            await Assertions.Expect(waiting).ToHaveTextAsync($"{i}", new() { Timeout = 2_000 });
        }

        // The number opens who that is, live, and one can be moved on from there.
        await waiting.ClickAsync();
        var people = olive.Page.GetByTestId("person");
        await Assertions.Expect(people).ToHaveCountAsync(3);
        await olive.PictureAsync("designer-people");
        await people.Nth(2).GetByTestId("choose-person").CheckAsync();
        await olive.Page.GetByTestId("skip-wait").ClickAsync();
        await Assertions.Expect(people).ToHaveCountAsync(2);
        await Assertions.Expect(waiting).ToHaveTextAsync("2", new() { Timeout = 2_000 });
        await Assertions.Expect(olive.Page.GetByTestId("now-line").First).ToContainTextAsync("Reached the end.");
        await site.TellAsync("track", """{"userId":"c-1","event":"Estimate Sent","properties":{"estimate_id":"e-4"}}""");
        await Assertions.Expect(people).ToHaveCountAsync(3);
        await Assertions.Expect(olive.Page.GetByTestId("now-line").First).Not.ToContainTextAsync("Reached the end.");
        await olive.PictureAsync("designer-now");
        await using var phone = await Visitor.ComeAsync(chromium, site, 390, 844, dark: true);
        await phone.SignInAsync("olive");
        await phone.OpenAsync($"automations/sequences/{id}/edit?view=outline");
        await phone.Page.GetByTestId("tab-now").ClickAsync();
        await phone.Page.GetByTestId("now-line").First.WaitForAsync();
        await phone.PictureAsync("designer-now-phone");

        // By keyboard: from the step to its settings, from there to who is at it, and back.
        await designer.Card("Wait for a while").FocusAsync();
        await olive.Page.Keyboard.PressAsync("Enter");
        await olive.Page.GetByTestId("people-here").FocusAsync();
        await olive.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(people).ToHaveCountAsync(3);
        await Assertions.Expect(olive.Page.GetByTestId("tab-now")).ToHaveAttributeAsync("aria-selected", "true");

        await site.TellAsync("track", """{"userId":"c-1","event":"Estimate Accepted","properties":{"estimate_id":"e-4"}}""");
        await Assertions.Expect(waiting).ToHaveTextAsync("2", new() { Timeout = 2_000 });
        for (var i = 2; i <= 3; i++)
            await site.TellAsync(
                "track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Accepted","properties":{"estimate_id":"e-{{{i}}}"}}""");
        await Assertions.Expect(waiting).ToBeEmptyAsync(new() { Timeout = 2_000 });
        await Assertions.Expect(waiting).ToBeHiddenAsync();
        olive.Faults.Concat(phone.Faults).ShouldBeEmpty();
    }
}
