using System.Text;
using FlowBuilder.Core.Time;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class A_test_run_shows_the_right_path_for_three_customers(Chromium chromium)
{
    private const string Drawing = """
        { "format": "flowbuilder.sequence/1", "title": "Three ways",
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "and", "kind": "and", "when": { "none": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 140] },
            { "id": "if", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "vip" } ] }, "at": [0, 280] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "estimate-reminder" }, "at": [-180, 430] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [180, 430] },
            { "id": "note", "kind": "action", "step": { "type": "add-note", "text": "Call them" }, "at": [180, 570] } ],
          "edges": [ { "from": "t", "to": "and" }, { "from": "and", "to": "if" }, { "from": "if", "port": "yes", "to": "mail" }, { "from": "if", "port": "no", "to": "w" }, { "from": "w", "to": "note" } ] }
        """;

    [Fact]
    public async Task And_nothing_is_sent()
    {
        await using var site = await Site.StartAsync();
        using var api = site.Api();
        using var template = new StringContent(
            """{"channel":"email","name":"Estimate reminder","subject":"Your estimate, {{ customer.first_name }}","html":"<p style='color:#2e7d32'>Hello {{ customer.first_name }}, did you see it?</p>"}""",
            Encoding.UTF8, "application/json");
        (await api.PutAsync(
            new Uri("api/v1/templates/estimate-reminder", UriKind.Relative), template,
            TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var id = await World.PublishAsync(api, Drawing);
        await using var olive = await Visitor.ComeAsync(chromium, site, 1500, 950);
        await olive.SignInAsync("olive");
        await olive.OpenDrawingAsync($"automations/sequences/{id}/edit");
        await olive.Page.GetByTestId("test").ClickAsync();
        var (story, clock) = (olive.Page.GetByTestId("test-story"), olive.Page.GetByTestId("test-clock"));

        await TryAsync(olive, "Vera Vip", "vip");
        await LitAsync(olive, "t", "and", "if", "mail");
        await Assertions.Expect(story).ToContainTextAsync("Your estimate, Vera");
        await story.Locator(".message-preview summary").ClickAsync();
        await Assertions.Expect(story.FrameLocator("iframe").Locator("p").First).ToHaveTextAsync("Hello Vera, did you see it?");
        await olive.PictureAsync("test-run-yes");

        await olive.Page.GetByTestId("test-restart").ClickAsync();
        await TryAsync(olive, "Nick No one", "");
        await LitAsync(olive, "t", "and", "if", "w");
        var began = await clock.InnerTextAsync();
        await olive.Page.GetByTestId("test-next").ClickAsync();
        await LitAsync(olive, "t", "and", "if", "w", "note");
        await Assertions.Expect(story).ToContainTextAsync("Call them");
        (Moment(await clock.InnerTextAsync()) - Moment(began)).ShouldBe(TimeSpan.FromDays(2));
        await Assertions.Expect(story.Locator(".message-preview")).ToHaveCountAsync(0);
        await olive.PictureAsync("test-run-no");

        await olive.Page.GetByTestId("test-restart").ClickAsync();
        await TryAsync(olive, "Dora Do-not", "do-not-nudge");
        await Assertions.Expect(story.Locator("li.not")).ToContainTextAsync("do-not-nudge");
        await LitAsync(olive);
        await olive.PictureAsync("test-run-not-entered");

        // The same once more on a real customer, with details, after an edit.
        await site.TellAsync(
            "identify", """{"userId":"rita","traits":{"first_name":"Rita","name":"Rita Real","email":"rita@real.example"}}""");
        await olive.Page.GetByTestId("test-restart").ClickAsync();
        await olive.Page.GetByTestId("test-real").CheckAsync();
        await olive.Page.Locator("#test-customer").FillAsync("rita");
        await olive.Page.GetByText("Rita Real (rita@real.example)").ClickAsync();
        await olive.Page.GetByTestId("add-value").SelectOptionAsync("total");
        await olive.Page.GetByLabel("Value of total").FillAsync("777");
        await olive.PictureAsync("test-run-real-form");
        await olive.Page.GetByTestId("test-happen").ClickAsync();
        await Assertions.Expect(olive.Page.GetByTestId("test-who")).ToContainTextAsync("Rita Real");
        await LitAsync(olive, "t", "and", "if", "w");
        await olive.Page.GetByTestId("test-count").FillAsync("3");
        await olive.Page.GetByTestId("test-move").ClickAsync();
        await LitAsync(olive, "t", "and", "if", "w", "note");
        await olive.Page.Locator("[data-node-id=note]").ClickAsync();
        await olive.Page.GetByTestId("tab-step").ClickAsync();
        await olive.Page.GetByTestId("merge-fields").SelectOptionAsync("{{ record.total }}");
        await Assertions.Expect(olive.Page.GetByTestId("preview-effect")).ToContainTextAsync("Call them");
        await olive.PictureAsync("step-reads");
        await olive.Page.GetByTestId("test").ClickAsync();
        await olive.Page.GetByTestId("test-again").ClickAsync();
        await Assertions.Expect(story).ToContainTextAsync("777");
        await olive.PictureAsync("test-run-real");

        await using var context = site.Context();
        context.Messages.ShouldBeEmpty();
        context.Enrollments.ShouldBeEmpty();
        site.Mail.Deliveries.ShouldBeEmpty();
        olive.Faults.ShouldBeEmpty();
    }

    private static DateTime Moment(string text) =>
        DateTime.ParseExact(text, ClockWords.MomentInWords, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task TryAsync(Visitor visitor, string name, string tags)
    {
        await visitor.Page.GetByLabel("Customer", new() { Exact = true }).FillAsync(name);
        await visitor.Page.GetByTestId("test-tags").FillAsync(tags);
        await visitor.Page.GetByTestId("test-event").FillAsync("Estimate Sent");
        await visitor.Page.GetByTestId("test-happen").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("test-story")).ToContainTextAsync("Estimate Sent");
    }

    /// <summary>These nodes stand out, and no others.</summary>
    private static async Task LitAsync(Visitor visitor, params string[] nodes)
    {
        foreach (var node in (string[])["t", "and", "if", "mail", "w", "note"])
            await Assertions.Expect(visitor.Page.Locator($"[data-node-id={node}]"))
                .ToHaveAttributeAsync("data-tone", nodes.Contains(node) ? "lit" : "dim");
    }
}
