using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Two_managers_race(Chromium chromium)
{
    [Fact]
    public async Task And_the_second_is_told_who_was_first_and_one_email_leaves()
    {
        await using var site = await Site.StartAsync();
        var waiting = await Waiting.MakeAsync(site);
        await waiting.EnterAsync("Ann");
        await using var mia = await Visitor.ComeAsync(chromium, site);
        await using var max = await Visitor.ComeAsync(chromium, site);
        foreach (var (visitor, name) in new[] { (mia, "mia"), (max, "max") })
        {
            await visitor.SignInAsync(name);
            await visitor.OpenAsync("automations/reviews");
            await visitor.Page.GetByTestId("open-review").ClickAsync();
            await visitor.Page.GetByTestId("pane").GetByTestId("approve").WaitForAsync();
        }

        await mia.Page.GetByTestId("others").Filter(new() { HasText = "Max Manager" }).WaitForAsync();
        // As fast as two hands can: the slower one may find the button gone.
        await Task.WhenAll(new[]
        {
            mia, max
        }.Select(visitor => visitor.Page.EvaluateAsync("document.querySelector('[data-testid=approve]')?.click()")));

        await mia.Page.GetByTestId("reviews-empty").WaitForAsync();
        await max.Page.GetByTestId("reviews-empty").WaitForAsync();
        await mia.PictureAsync("race-first");
        await max.PictureAsync("race-second");
        (await waiting.SentAsync()).ShouldBe(new Dictionary<string, int> { ["Hello Ann"] = 1 });
        (await waiting.CountAsync()).ShouldBe(0);
        var told = await Task.WhenAll(mia.Page.Locator("body").InnerTextAsync(), max.Page.Locator("body").InnerTextAsync());
        string.Join('\n', told).ShouldMatch("(Mia|Max) Manager approved it|already approved by (Mia|Max) Manager");
        mia.Faults.Concat(max.Faults).ShouldBeEmpty();
    }
}
