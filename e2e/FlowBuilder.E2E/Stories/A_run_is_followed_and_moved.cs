using System.Text;
using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_run_is_followed_and_moved(Chromium chromium)
{
    private const string Drawing = """
        { "format": "flowbuilder.sequence/1", "title": "After the visit", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "visit-completed" }, "at": [0, 0] },
            { "id": "ask", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "vip" } ] }, "at": [0, 144] },
            { "id": "call", "kind": "action", "step": { "type": "create-todo", "title": "Call and thank", "assignee": "owner" }, "at": [-160, 288] },
            { "id": "thanks", "kind": "action", "step": { "type": "email-customer", "template": "thanks" }, "at": [160, 288] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P3D" }, "at": [160, 432] },
            { "id": "asked", "kind": "action", "step": { "type": "add-tag", "tag": "asked for a review" }, "at": [160, 576] },
            { "id": "late", "kind": "wait", "step": { "type": "wait-for", "duration": "P7D" }, "at": [160, 720] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Review Received", "since": "enrollment" } ] }, "at": [560, 0] } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "yes", "to": "call" }, { "from": "ask", "port": "no", "to": "thanks" }, { "from": "thanks", "to": "w" }, { "from": "w", "to": "asked" }, { "from": "asked", "to": "late" } ] }
        """;

    private const string Template = """
        { "name": "Thanks", "channel": "email", "purpose": "transactional", "subject": "Thank you, {{ customer.first_name }}", "html": "<div style=\"background:#eef6ee;padding:24px\"><h1 style=\"color:#2e7d32\">Thank you, {{ customer.first_name }}</h1><p>How did we do?</p></div>" }
        """;

    [Fact]
    public async Task By_a_manager_who_finds_it_skips_its_wait_reads_its_message_and_takes_the_list_along()
    {
        await using var site = await Site.StartAsync();
        await MakeAsync(site);
        await using var mia = await Visitor.ComeAsync(chromium, site, 1440, 900);
        var page = mia.Page;
        await mia.SignInAsync("mia");
        await mia.OpenAsync("automations/activity");
        await Assertions.Expect(page.GetByTestId("run")).ToHaveCountAsync(3);
        await mia.PictureAsync("activity");

        await page.GetByTestId("find-customer").FillAsync("nora");
        await page.GetByTestId("find-from").FillAsync("2020-01-01");
        await page.GetByTestId("find-go").ClickAsync();
        await Assertions.Expect(page.GetByTestId("run")).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=2020-01-01"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("activity-export").ClickAsync());
        download.SuggestedFilename.ShouldStartWith("activity-");
        await using (var file = await download.CreateReadStreamAsync())
        {
            using var text = new StreamReader(file);
            var lines =
                (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(2);
            lines[1].ShouldStartWith("Nora Field,visit v-nora,After the visit,1,Waiting,");
        }

        await page.GetByTestId("open-run").ClickAsync();
        await page.Locator("[data-canvas][data-ready]").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("run-here")).ToContainTextAsync("Wait 3 days");
        await Assertions.Expect(page.Locator("[data-node-id=w]")).ToHaveAttributeAsync("data-tone", "here");
        await Assertions.Expect(page.Locator("[data-node-id=call]")).ToHaveAttributeAsync("data-tone", "dim");
        await Assertions.Expect(page.GetByTestId("run-decision").First)
            .ToContainTextAsync("Otherwise, because it is not true that the customer has the tag “vip”.");
        await mia.PictureAsync("run-waits");

        await page.GetByTestId("skip-wait").ClickAsync();
        await Assertions.Expect(page.GetByTestId("run-here")).ToContainTextAsync("Wait 7 days");
        await Assertions.Expect(page.GetByTestId("run-story")).ToContainTextAsync("Skipped by hand, by Mia Manager.");
        await Assertions.Expect(page.Locator("[data-node-id=late]")).ToHaveAttributeAsync("data-tone", "here");

        await page.GetByTestId("open-message").ClickAsync();
        await page.Locator(".run-letter iframe").ContentFrame.GetByText("How did we do?").WaitForAsync();
        await mia.PictureAsync("run-message");

        // Somebody else's doing shows by itself.
        await site.TellAsync("track", """{"userId":"nora","event":"Review Received","properties":{"rating":5}}""");
        await Assertions.Expect(page.GetByTestId("run-end")).ToContainTextAsync("Stopped because", new() { Timeout = 3_000 });
        await Assertions.Expect(page.GetByTestId("run-bar")).ToHaveCountAsync(0);
        await mia.PictureAsync("run-over");
        mia.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_phone_by_somebody_who_may_only_look(bool dark)
    {
        await using var site = await Site.StartAsync();
        await MakeAsync(site);
        await site.HireAsync("vera", "Vera Viewer", "viewer");
        await using var vera = await Visitor.ComeAsync(chromium, site, 390, 844, dark);
        var page = vera.Page;
        await vera.SignInAsync("vera");
        await vera.OpenAsync("automations/activity?customer=nora");
        await vera.PictureAsync(dark ? "activity-phone-dark" : "activity-phone");
        await page.GetByTestId("open-run").ClickAsync();
        await page.Locator("[data-canvas][data-ready]").WaitForAsync();

        await Assertions.Expect(page.GetByTestId("run-here")).ToContainTextAsync("Wait 3 days");
        await Assertions.Expect(page.GetByTestId("run-bar")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await vera.PictureAsync(dark ? "run-phone-dark" : "run-phone");
        vera.Faults.ShouldBeEmpty();
    }

    private static async Task MakeAsync(Site site)
    {
        await site.HireAsync("mia", "Mia Manager", "manager");
        using var api = site.Api();
        using var body = new StringContent(Template, Encoding.UTF8, "application/json");
        using var saved = await api.PutAsync(
            new Uri("api/v1/templates/thanks", UriKind.Relative), body, TestContext.Current.CancellationToken);
        saved.EnsureSuccessStatusCode();
        await World.PublishAsync(api, Drawing);
        foreach (var (id, first, last, tags) in ((string, string, string, string)[])[
            ("bob", "Bob", "Marsh", ""), ("nora", "Nora", "Field", ""), ("vic", "Vic", "Pool", ""","add_tags":["vip"]""")
        ])
        {
            await site.TellAsync(
                "identify",
                $$$"""{"userId":"{{{id}}}","traits":{"first_name":"{{{first}}}","last_name":"{{{last}}}","email":"{{{id}}}@example.com"{{{tags}}}}}""");
            await site.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Visit Completed","properties":{"visit_id":"v-{{{id}}}"}}""");
        }
    }
}
