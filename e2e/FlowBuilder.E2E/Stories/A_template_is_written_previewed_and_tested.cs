using System.Text.RegularExpressions;
using FlowBuilder.E2E.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MimeKit;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_template_is_written_previewed_and_tested(Chromium chromium)
{
    private const string Hostile = """
        <h1>Hello {{ customer.first_name }}</h1><script>parent.document.title = 'taken'</script><img src="https://cdn.example/x.png" onerror="parent.document.title='taken'">
        <form action="https://evil.example"><input name="password" placeholder="Password"></form><a href="javascript:parent.document.title='taken'">Click</a>
        <div style="position:fixed;top:0;left:0;width:100%;height:100%">Session expired</div><meta http-equiv="refresh" content="0;url=https://evil.example">
        """;

    [Fact]
    public async Task From_a_blank_page_to_a_letter_in_the_mailbox()
    {
        await using var site = await Site.StartAsync();
        await site.TellAsync(
            "identify", """{"userId":"c-7","traits":{"first_name":"Zoe","last_name":"Zimmer","email":"zoe@example.com"}}""");
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var page = olive.Page;
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/templates");
        await olive.PictureAsync("templates-empty");
        await page.GetByTestId("new-template").ClickAsync();
        await page.GetByTestId("template-name").FillAsync("Spring offer");
        await page.GetByTestId("subject").FillAsync("Spring is here, ");
        await page.GetByTestId("merge-fields").SelectOptionAsync(new SelectOptionValue { Label = "First name" });
        await page.GetByTestId("html").FillAsync("<p>Hello {{ customer.first_name </p>");
        await Assertions.Expect(page.GetByTestId("finding").First).ToContainTextAsync("HTML, line 1:");
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("save-state")).ToContainTextAsync("Not saved");
        await olive.PictureAsync("template-findings");

        await page.GetByTestId("html").FillAsync(Hostile);
        await Assertions.Expect(page.GetByTestId("findings")).ToContainTextAsync("Emails cannot run scripts");
        var frame = page.FrameLocator("[data-testid=preview-frame]");
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Hello Ann");
        await Assertions.Expect(page.GetByTestId("preview-subject")).ToHaveTextAsync("Spring is here, Ann");
        await Assertions.Expect(page.GetByTestId("blocked-pictures")).ToBeVisibleAsync();
        await frame.GetByText("Click").DispatchEventAsync("click");
        (await frame.Locator("script, form, input, iframe, meta, [onerror], [href]").CountAsync()).ShouldBe(0);
        (await page.TitleAsync()).ShouldBe("New template - FlowBuilder");

        await page.Locator("#preview-customer").ClickAsync();
        await page.Locator("#preview-customer").FillAsync("zimmer");
        await page.GetByText("Zoe Zimmer (zoe@example.com)").ClickAsync();
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Hello Zoe");
        await page.GetByTestId("phone").ClickAsync();

        await page.GetByTestId("html").FillAsync("<p style=\"color:#2e7d32\">Hello {{ customer.first_name }}, the grass grows again.</p>");
        await Assertions.Expect(frame.Locator("p").First).ToHaveTextAsync("Hello Zoe, the grass grows again.");
        await page.GetByTestId("test-to").FillAsync("me@green.example");
        await page.GetByTestId("test-send").ClickAsync();
        await Assertions.Expect(page.GetByTestId("test-answer")).ToContainTextAsync("It is on its way to me@green.example");
        var letter = site.Mail.Deliveries.ShouldHaveSingleItem().Message;
        letter.Subject.ShouldBe("[Test] Spring is here, Zoe");
        letter.HtmlBody!.ShouldContain("Hello Zoe, the grass grows again.");
        letter.Headers.Contains(HeaderId.ListUnsubscribe).ShouldBeFalse();

        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/settings/templates/spring-offer$"));
        await Assertions.Expect(page.GetByTestId("revision")).ToHaveCountAsync(1);
        await page.GetByTestId("subject").FillAsync("Summer is here");
        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("save-state")).ToHaveTextAsync("Saved as revision 2.");
        await olive.PictureAsync("template");
        await page.GetByTestId("restore").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.GetByTestId("save-state")).ToHaveTextAsync("Saved as revision 3.");
        (await page.GetByTestId("subject").InputValueAsync()).ShouldBe("Spring is here, {{ customer.first_name }}");

        await using (var context = site.Context())
        {
            (await context.TemplateRevisions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
            (await context.AuditLog
                .Where(line => line.Action == "template.test")
                .Select(line => line.Words)
                .FirstAsync(
                    TestContext.Current.CancellationToken)).ShouldBe("sent a test of the template “Spring offer” to m…@green.example");
        }

        // Looking into the sandboxed frame, the test's own driver is refused too; that nothing in the frame could run was counted above.
        olive.Faults.Where(fault => !fault.Contains("about:srcdoc", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_saving_is_not_lost()
    {
        await using var site = await Site.StartAsync();
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        await site.HireAsync("vic", "Vic Viewer", "viewer");
        using var api = site.Api();
        foreach (var (key, json) in ((string, string)[])[
            ("welcome",
             """{ "name": "Welcome <img src=x onerror=alert(1)>", "channel": "email", "subject": "Welcome", "html": "<p>Hello</p>" }"""),
            ("tomorrow",
             """{ "name": "See you tomorrow", "channel": "text", "purpose": "transactional", "text": "We come tomorrow, {{ customer.first_name }}." }""")])
        {
            using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            (await api.PutAsync(
                new Uri($"api/v1/templates/{key}", UriKind.Relative), body,
                TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        }

        await using var olive = await Visitor.ComeAsync(chromium, site);
        await using var mark = await Visitor.ComeAsync(chromium, site);
        await olive.SignInAsync("olive");
        await mark.SignInAsync("mark");
        await olive.OpenAsync("settings/templates/welcome");
        await mark.OpenAsync("settings/templates/welcome");
        await mark.Page.GetByTestId("html").FillAsync("<p>Hello from Mark</p>");
        await mark.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(mark.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved as revision 2.");
        await mark.PicturesAsync(site, "settings/templates/welcome", "template");

        await olive.Page.GetByTestId("html").FillAsync("<p>Hello from Olive</p>");
        await olive.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("conflict"))
            .ToContainTextAsync("Mark Marketer saved this template while you were writing");
        (await olive.Page.GetByTestId("html").InputValueAsync()).ShouldBe("<p>Hello from Olive</p>");
        await olive.PictureAsync("template-conflict");
        await olive.Page.GetByTestId("keep-mine").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("save-state")).ToHaveTextAsync("Saved as revision 3.");

        await using var vic = await Visitor.ComeAsync(chromium, site, width: 390);
        await vic.SignInAsync("vic");
        await vic.OpenAsync("settings/templates");
        await vic.PictureAsync("templates-phone");
        await Assertions.Expect(vic.Page.GetByTestId("template")).ToHaveCountAsync(2);
        await Assertions.Expect(vic.Page.GetByTestId("new-template")).ToHaveCountAsync(0);
        await vic.Page.GetByTestId("template-search").FillAsync("tomorrow");
        await Assertions.Expect(vic.Page.GetByTestId("template")).ToHaveCountAsync(1);
        await vic.Page.GetByText("See you tomorrow").ClickAsync();
        await Assertions.Expect(vic.Page.GetByTestId("preview-text")).ToHaveTextAsync("We come tomorrow, Ann.");
        await Assertions.Expect(vic.Page.GetByTestId("save")).ToHaveCountAsync(0);
        await Assertions.Expect(vic.Page.GetByTestId("text")).ToBeDisabledAsync();
        await vic.PictureAsync("template-viewer-phone");
        foreach (var visitor in (Visitor[])[olive, mark, vic]) visitor.Faults.ShouldBeEmpty();
    }
}
