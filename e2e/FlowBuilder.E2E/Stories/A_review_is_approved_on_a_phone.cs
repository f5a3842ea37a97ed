using FlowBuilder.E2E.Rig;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_review_is_approved_on_a_phone(Chromium chromium)
{
    [Fact]
    public async Task With_one_pane_at_a_time_and_big_buttons()
    {
        await using var site = await Site.StartAsync();
        var waiting = await Waiting.MakeAsync(site);
        await waiting.EnterAsync("Ann", "Bob");
        await using var mia = await Visitor.ComeAsync(chromium, site, width: 390, height: 844);
        await mia.SignInAsync("mia");
        await mia.OpenAsync("automations/reviews");
        await mia.Page.GetByTestId("review").Filter(new() { HasText = "Ann" }).WaitForAsync();
        await mia.PictureAsync("phone-list");

        await mia.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        var approve = mia.Page.GetByTestId("approve");
        await approve.WaitForAsync();
        await mia.PictureAsync("phone-open");
        (await mia.Page.GetByTestId("reviews").IsVisibleAsync()).ShouldBeFalse();
        (await approve.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(48);
        (await mia.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);

        await mia.Page.GetByTestId("review-back").ClickAsync();
        await mia.Page.GetByTestId("reviews").WaitForAsync();
        await mia.Page.GetByTestId("open-review").Filter(new() { HasText = "Ann" }).ClickAsync();
        await approve.ClickAsync();
        await mia.Page.GetByTestId("pane")
            .GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Bob", Exact = true }).WaitForAsync();

        var said = mia.Page.Locator(".mud-snackbar");
        await said.First.WaitForAsync();
        await mia.PictureAsync("phone-approved");
        var (words, button) = ((await said.First.BoundingBoxAsync())!, (await approve.BoundingBoxAsync())!);
        (words.Y + words.Height <= button.Y
            || words.Y >= button.Y + button.Height).ShouldBeTrue("what is said of one decision leaves the button of the next one free");

        (await waiting.SentAsync()).ShouldBe(new Dictionary<string, int> { ["Hello Ann"] = 1 });
        mia.Faults.ShouldBeEmpty();
    }
}
