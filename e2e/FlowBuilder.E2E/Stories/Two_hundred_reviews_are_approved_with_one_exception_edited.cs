using System.Globalization;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Two_hundred_reviews_are_approved_with_one_exception_edited(Chromium chromium)
{
    [Fact]
    public async Task And_each_customer_gets_what_was_shown()
    {
        await using var site = await Site.StartAsync();
        var waiting = await Waiting.MakeAsync(site);
        await waiting.EnterAsync(
            [.. Enumerable.Range(1, 200).Select(number => string.Create(CultureInfo.InvariantCulture, $"Pat{number:000}"))]);
        await site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        await using var mia = await Visitor.ComeAsync(chromium, site);
        await mia.SignInAsync("mia");
        await mia.OpenAsync("automations/reviews");
        await mia.Page.GetByTestId("review-count").Filter(new() { HasText = "200 customers are waiting" }).WaitForAsync();

        await mia.Page.GetByTestId("open-review").First.ClickAsync();
        await mia.Page.GetByTestId("edit").ClickAsync();
        await mia.Page.GetByTestId("edit-subject").FillAsync("Just for you");
        await mia.Page.GetByTestId("edit-words").First.FillAsync("Welcome back, dear Pat");
        await mia.PictureAsync("edit-one");
        await mia.Page.GetByTestId("edit-go").ClickAsync();
        await mia.Page.GetByTestId("pane").GetByTestId("edited").WaitForAsync();
        await mia.Page.GetByTestId("pane").Locator("iframe").ContentFrame.GetByText("Welcome back, dear Pat").WaitForAsync();
        await mia.PictureAsync("edited-one");

        // The others are alike; the edited one is chosen on top.
        await mia.Page.GetByTestId("open-review").Nth(1).ClickAsync();
        await mia.Page.GetByTestId("alike").ClickAsync();
        await mia.Page.GetByTestId("bulk-bar").Filter(new() { HasText = "199 selected" }).WaitForAsync();
        await mia.Page.GetByTestId("choose").First.CheckAsync();
        await mia.Page.GetByTestId("bulk-bar").Filter(new() { HasText = "200 selected" }).WaitForAsync();
        await mia.Page.GetByTestId("bulk-approve").ClickAsync();
        await mia.Page.GetByTestId("bulk-group").Nth(1).WaitForAsync();
        await mia.PictureAsync("bulk");
        await mia.Page.GetByTestId("bulk-go").ClickAsync();
        await mia.Page.GetByTestId("reviews-empty").WaitForAsync(new() { Timeout = 30_000 });
        await mia.Page.GetByText("200 approved.").WaitForAsync();
        await mia.PictureAsync("bulk-done");

        var sent = await waiting.SentAsync();
        sent["Just for you"].ShouldBe(1);
        sent.Values.Sum().ShouldBe(200);
        sent.Keys.Count(subject => subject.StartsWith("Hello Pat", StringComparison.Ordinal)).ShouldBe(199);
        sent.ContainsKey("Hello Pat001").ShouldBeFalse();
        mia.Faults.ShouldBeEmpty();
    }
}
