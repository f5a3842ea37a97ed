using FlowBuilder.E2E.Rig;
using FlowBuilder.Testing.Smtp;
using FlowBuilder.Testing.Webhooks;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class Channels_are_looked_at_and_tested(Chromium chromium)
{
    [Fact]
    public async Task And_what_the_provider_says_is_shown_in_words()
    {
        await using var sink = await WebhookSink.StartAsync(TestContext.Current.CancellationToken);
        await using var site =
            await Site.StartAsync(("Webhooks:AllowedHosts:0", sink.Address.Authority), ("Email:Smtp:Password", "never-to-be-seen"));
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var page = olive.Page;
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/channels");
        (await page.ContentAsync()).ShouldNotContain("never-to-be-seen");
        (await page.ContentAsync()).ShouldNotContain("whsec_");
        await olive.PictureAsync("channels");

        (await page.GetByTestId("email-test-to").InputValueAsync()).ShouldBe("olive@green.example");
        await page.GetByTestId("email-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("email-test-answer")).ToContainTextAsync("The mail server accepted it");
        site.Mail.Deliveries.ShouldHaveSingleItem().Message.Subject.ShouldBe("Test from Green Valley");
        site.Mail.FailNext(SmtpStage.Recipient, new SmtpFault.Refuse("550 5.1.1 No such user"));
        await page.GetByTestId("email-test-to").FillAsync("nobody@elsewhere.example");
        await page.GetByTestId("email-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("email-test-answer")).ToContainTextAsync("No such user");

        await page.GetByTestId("text-test-to").FillAsync("555 010 2030");
        await page.GetByTestId("text-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("text-test-answer")).ToContainTextAsync("No text provider is set up");

        await page.GetByTestId("webhook-test-to").FillAsync($"{sink.Address}hook");
        await page.GetByTestId("webhook-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("webhook-test-answer")).ToContainTextAsync("accepted the call");
        sink.Taken.ShouldHaveSingleItem().Headers.Keys.ShouldContain("webhook-signature");
        await page.GetByTestId("webhook-test-to").FillAsync("http://127.0.0.1:1/");
        await page.GetByTestId("webhook-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("webhook-test-answer")).ToContainTextAsync("network that cannot be called");
        await page.GetByTestId("webhook-test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("webhook-test-answer")).ToContainTextAsync("5 tests within a minute");

        await page.GetByTestId("reveal").ClickAsync();
        (await page.GetByTestId("secret").InputValueAsync()).ShouldStartWith("whsec_");
        await olive.PictureAsync("channels-tested");
        await olive.OpenAsync("settings/audit-log?kind=channel");
        await Assertions.Expect(page.GetByTestId("audit-line")).ToHaveCountAsync(6);
        await Assertions.Expect(page.GetByTestId("audit-lines")).ToContainTextAsync("Viewed the webhook signing secret");
        (await page.ContentAsync()).ShouldNotContain("whsec_");
        await olive.PicturesAsync(site, "settings/channels", "channels");
        olive.Faults.ShouldBeEmpty();
    }
}
