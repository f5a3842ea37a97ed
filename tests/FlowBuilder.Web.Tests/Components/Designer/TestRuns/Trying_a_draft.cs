using Bunit;
using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Web.Components.Customers;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Panels;
using FlowBuilder.Web.Components.Designer.TestRuns;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using FlowBuilder.Web.Tests.Support;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Designer.TestRuns;

/// <summary>The test run, and how a step reads to somebody while it is written.</summary>
public sealed class Trying_a_draft(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly List<string> _went = [];

    private static string OnEstimate => Documents.ByHand.Replace("\"manual\"", "\"estimate-sent\"", StringComparison.Ordinal);

    [Fact]
    public async Task A_test_run_tells_the_story_lights_the_path_and_starts_anew()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, OnEstimate);
        var panel = Panel(screen, room);
        panel.Find("[data-testid=test-event]").GetAttribute("value").ShouldBe("Estimate Sent", "what the trigger listens to is suggested");
        await HappenAsync(panel);
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("welcome");
        room.Cards.Where(card => card.Tone == "lit").Select(card => card.Id).Order().ShouldBe(["a", "t", "w"]);
        var began = panel.Find("[data-testid=test-clock]").TextContent;
        await panel.Find("[data-testid=test-next]").ClickAsync(new());
        panel.Find("[data-testid=test-clock]").TextContent.ShouldNotBe(began);
        await panel.FindAll("[data-testid=test-story] button")[0].ClickAsync(new());
        _went.ShouldBe(["a"]);
        await panel.Find("[data-testid=test-restart]").ClickAsync(new());
        panel.FindAll("[data-testid=test-story]").ShouldBeEmpty();
        room.Cards.ShouldAllBe(card => card.Tone == null);
    }

    [Fact]
    public async Task A_test_run_needs_a_drawing_without_errors()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var panel = Panel(screen, await DrawnRoom.OfAsync(host, Documents.ByHand.Replace("welcome", "", StringComparison.Ordinal)));
        panel.FindAll("button").ShouldBeEmpty();
        panel.Find("[role=status]").TextContent.ShouldContain("fix them first");
    }

    [Fact]
    public async Task The_clock_is_moved_by_hand_and_the_story_stays_while_another_panel_is_looked_at()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, OnEstimate);
        var panel = Panel(screen, room);
        await HappenAsync(panel);
        var began = Clock(panel);
        await panel.Find("[data-testid=test-count]").ChangeAsync(new() { Value = "3" });
        await panel.Find("[data-testid=test-unit]").ChangeAsync(new() { Value = "hours" });
        await panel.Find("[data-testid=test-move]").ClickAsync(new());
        (Clock(panel) - began).ShouldBe(TimeSpan.FromHours(3));
        room.Light(null, null);
        Clock(Panel(screen, room)).ShouldBe(Clock(panel));
        room.Cards.Where(card => card.Tone == "lit").Select(card => card.Id).Order().ShouldBe(["a", "t", "w"]);
    }

    [Fact]
    public async Task A_drawing_that_has_changed_is_tried_again_with_the_same_events()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, OnEstimate);
        var panel = Panel(screen, room);
        await HappenAsync(panel);
        panel.FindAll("[data-testid=test-outdated]").ShouldBeEmpty();
        room.Run(new ChangeStep("a", new AddTag { Tag = "greeted" })).ShouldBeNull();
        panel.Render();
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("welcome", customMessage: "what is shown was tried before");
        await panel.Find("[data-testid=test-again]").ClickAsync(new());
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("greeted");
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("Estimate Sent");
        panel.FindAll("[data-testid=test-outdated]").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_tried_on_what_is_known_of_a_real_customer_who_stays_as_they_are()
    {
        var customer = await host.SendEstimateAsync("tried-1");
        await using var context = host.Context();
        var id = context.CustomerKeys.Single(key => key.Value == customer).CustomerId;
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room =
            await DrawnRoom.OfAsync(host, Drawing("""{"type":"add-note","text":"Told {{ customer.email }} of {{ record.total }}"}"""));
        (room.Trial.Invents, room.Trial.Chosen) = (false, new CustomerChoice(id, customer, null));
        var panel = Panel(screen, room);
        await panel.Find("[data-testid=add-value]").ChangeAsync(new() { Value = "total" });
        await panel.Find("input[aria-label='Value of total']").ChangeAsync(new() { Value = "777" });
        await HappenAsync(panel);
        panel.Find("[data-testid=test-who]").TextContent.ShouldContain(customer);
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain($"Told {customer}@example.com of 777");
        context.Notes.Where(note => note.CustomerId == id).ShouldBeEmpty();
        context.Records.Where(record => record.CustomerId == id).Select(record => record.Properties).Single().ShouldContain("500");
    }

    [Fact]
    public async Task A_real_customer_whose_address_is_suppressed_gets_nothing_and_the_reason_is_shown()
    {
        var (left, other) = (await host.SendEstimateAsync("tried-left"), await host.SendEstimateAsync("tried-other"));
        await host.TellAsync(
            "identify", $$$"""{"userId":"{{{other}}}","traits":{"email":"  {{{left.ToUpperInvariant()}}}@EXAMPLE.com"}}""");
        await host.TellAsync("track", $$$"""{"userId":"{{{left}}}","event":"Unsubscribed","properties":{"channel":"email"}}""");
        await using var context = host.Context();
        var id = context.CustomerKeys.Single(key => key.Value == other).CustomerId;
        await using var screen = await Screen.OpenAsync(host, "marketer");
        (await host.Manager()
            .PutAsync(
                "templates/left-out",
                """{"channel":"email","name":"Left out","subject":"Hello","html":"<p>Hello</p>"}""")).Expect(System.Net.HttpStatusCode.OK);
        var room = await DrawnRoom.OfAsync(host, Drawing("""{"type":"email-customer","template":"left-out"}"""));
        (room.Trial.Invents, room.Trial.Chosen) = (false, new CustomerChoice(id, other, null));
        var panel = Panel(screen, room);
        await HappenAsync(panel);
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("Someone unsubscribed this email address.");

        // How the step reads by itself says the same.
        room.Select(["a"]);
        var step = screen.Render<StepPanel>(
            panel =>
                panel.Add(one => one.Room, room).Add(one => one.Run, (command, gesture) => Task.FromResult(room.Run(command, gesture))));
        await step.InvokeAsync(
            () => step.FindComponent<CustomerPicker>().Instance.ValueChanged.InvokeAsync(new CustomerChoice(id, other, null)));
        step.Markup.ShouldContain("Someone unsubscribed this email address.");
        context.Messages.Where(message => message.CustomerId == id && message.Template == "left-out").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_of_another_company_is_nobody()
    {
        var theirs = await host.SendEstimateAsync("tried-2", company: 2);
        await using var context = host.Context(2);
        var id = context.CustomerKeys.Single(key => key.Value == theirs).CustomerId;
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, Drawing("""{"type":"add-note","text":"Told {{ customer.email }}"}"""));
        (room.Trial.Invents, room.Trial.Chosen) = (false, new CustomerChoice(id, "Theirs", null));
        var panel = Panel(screen, room);
        await HappenAsync(panel);
        panel.Find("[data-testid=test-story]").TextContent.ShouldContain("Told ann.miller@example.com");
    }

    [Fact]
    public async Task How_a_step_reads_follows_every_letter_and_the_customer_it_is_read_by()
    {
        var customer = await host.SendEstimateAsync("reads-1");
        await using var context = host.Context();
        var id = context.CustomerKeys.Single(key => key.Value == customer).CustomerId;
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, Drawing("""{"type":"add-note","text":"Call {{ customer.email }}"}"""));
        room.Select(["a"]);
        var panel = screen.Render<StepPanel>(
            panel =>
                panel.Add(one => one.Room, room).Add(one => one.Run, (command, gesture) => Task.FromResult(room.Run(command, gesture))));
        panel.Find("[data-testid=preview-effect]").TextContent.ShouldBe("Note: “Call ann.miller@example.com”");
        await panel.Find("[data-setting=text] textarea").InputAsync("Write to {{ customer.email }}");
        panel.Find("[data-testid=preview-effect]").TextContent.ShouldBe("Note: “Write to ann.miller@example.com”");
        room.Find("a")!.Step.ShouldBe(new AddNote { Text = "Call {{ customer.email }}" }, "what is being typed is no edit yet");
        await panel.Find("[data-setting=text] textarea").ChangeAsync(new() { Value = "Visit {{ customer.email }}" });
        panel.Render();
        panel.Find("[data-testid=preview-effect]").TextContent.ShouldBe("Note: “Visit ann.miller@example.com”");
        await panel.InvokeAsync(
            () => panel.FindComponent<CustomerPicker>().Instance.ValueChanged.InvokeAsync(new CustomerChoice(id, customer, null)));
        panel.Find("[data-testid=preview-effect]").TextContent.ShouldBe($"Note: “Visit {customer}@example.com”");
        await panel.Find("[data-setting=text] textarea").InputAsync(" ");
        panel.Find("[data-testid=preview-waits]").TextContent.ShouldContain("as soon as everything is filled in");
    }

    [Fact]
    public async Task An_email_reads_as_its_template_does_and_a_step_that_writes_nothing_shows_nothing()
    {
        (await host.Manager()
            .PutAsync(
                "templates/reads-well",
                """{"channel":"email","name":"Reads well","subject":"Hello {{ customer.first_name }}","html":"<p>Your estimate of {{ record.total }}</p>"}"""))
                    .Expect(
                    System.Net.HttpStatusCode.OK);
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await DrawnRoom.OfAsync(host, Drawing("""{"type":"email-customer","template":"reads-well"}"""));
        room.Select(["a"]);
        var panel = screen.Render<StepPanel>(
            panel =>
                panel.Add(one => one.Room, room).Add(one => one.Run, (command, gesture) => Task.FromResult(room.Run(command, gesture))));
        panel.Find("[data-testid=shown-message] summary").TextContent.ShouldContain("Email to ann.miller@example.com: Hello Ann");
        panel.Find("iframe").GetAttribute("srcdoc")!.ShouldContain("Your estimate of 480");
        var quiet = await DrawnRoom.OfAsync(host, Documents.ByHand);
        quiet.Select(["a"]);
        screen.Render<StepPanel>(
            panel =>
                panel.Add(one => one.Room, quiet).Add(one => one.Run, (command, gesture) => Task.FromResult(quiet.Run(command, gesture))))
            .FindAll("[data-testid=step-preview]").ShouldBeEmpty();
    }

    private static string Drawing(string step) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "Told", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" } }, { "id": "a", "kind": "action", "step": {{step}} } ], "edges": [ { "from": "t", "to": "a" } ] }
        """;

    private static async Task HappenAsync(IRenderedComponent<TestPanel> panel)
    {
        await panel.Find("[data-testid=test-happen]").ClickAsync(new());
        await panel.WaitForElementAsync("[data-testid=test-story]");
    }

    private static DateTime Clock(IRenderedComponent<TestPanel> panel) =>
        DateTime.ParseExact(
            panel.Find("[data-testid=test-clock]").TextContent, ClockWords.MomentInWords,
            System.Globalization.CultureInfo.InvariantCulture);

    private IRenderedComponent<TestPanel> Panel(Screen screen, DesignRoom room) =>
        screen.Render<TestPanel>(
            panel => panel.Add(one => one.Room, room).Add(one => one.Sequence, new SequenceId(Guid.NewGuid())).Add(one => one.Go, Go));

    private Task Go(string node)
    {
        _went.Add(node);
        return Task.CompletedTask;
    }
}
