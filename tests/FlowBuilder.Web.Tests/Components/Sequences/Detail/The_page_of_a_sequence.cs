using AngleSharp.Dom;
using Bunit;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Web.Components.Sequences.Detail;
using FlowBuilder.Web.Components.Sequences.Templates;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.Detail;

/// <summary>What one sequence's page shows, and what can be done there by whom.</summary>
public sealed class The_page_of_a_sequence(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Shows_what_it_does_and_who_is_inside_and_a_viewer_changes_nothing()
    {
        var world = await RunWorld.MakeAsync(host);
        await world.AnotherAsync();
        await world.AnotherAsync(tag: "vip");
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var page = Open(screen, world.Sequence);
        page.Find("[data-testid=draft] h2").TextContent.ShouldBe("What it does (version 1)");
        page.Find("[data-testid=draft]").TextContent.ShouldContain("email “Season letter”");
        page.Find("[data-testid=inside-now]").TextContent.ShouldBe("2");
        page.Find("[data-testid=password-card]").TextContent.ShouldContain("Off.");
        foreach (var button in (string[])["edit", "pause", "publish", "set-password"])
            page.FindAll($"[data-testid={button}]").ShouldBeEmpty(button);
    }

    [Fact]
    public async Task Counts_who_was_stopped_among_those_who_ended()
    {
        var world = await RunWorld.MakeAsync(host);
        await world.AnotherAsync(tag: "vip");
        await world.TellAsync("Halt");
        await using var screen = await Screen.OpenAsync(host, "viewer");
        var page = Open(screen, world.Sequence);
        page.Find("[data-testid=inside-now]").TextContent.ShouldBe("0");
        page.Find("[data-testid=ended]").TextContent.ShouldBe("2");
        page.Find("[data-testid=inside-card]").TextContent.ShouldContain("Stopped");
    }

    [Fact]
    public async Task Tells_the_draft_from_what_is_live_and_what_is_in_the_way()
    {
        var id = await PublishedAsync();
        await SaveAsync(id, Documents.ByHand.Replace("\"welcome\"", "\"greeted\"", StringComparison.Ordinal));
        await using var screen = await Screen.OpenAsync(host, "manager");
        var page = Open(screen, id);
        page.Find("[data-testid=draft]").TextContent.ShouldContain("greeted");
        page.Find("[data-testid=draft]").TextContent.ShouldContain("Customers enter version 1 until the draft is published.");
        page.Find("[data-testid=live]").TextContent.ShouldContain("welcome");
        page.FindAll("[data-testid=publish]").Count.ShouldBe(1);
        await SaveAsync(id, Documents.ByHand.Replace("\"welcome\"", "\"\"", StringComparison.Ordinal));
        page = Open(screen, id);
        page.Find("[data-testid=draft]").TextContent.ShouldContain("It cannot be published yet: one problem must be fixed first.");
        page.FindAll("[data-testid=problems] li.error").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Is_paused_and_resumed_with_a_choice_for_what_fell_due()
    {
        var id = await PublishedAsync();
        await using var screen = await Screen.OpenAsync(host, "manager");
        var dialogs = screen.Dialogs();
        var page = Open(screen, id);
        await page.Find("[data-testid=pause]").ClickAsync(new());
        page.WaitForElement("[data-testid=resume]", Patience);
        (await StateAsync(id)).ShouldBe(SequenceState.Paused);

        var given = page.Find("[data-testid=resume]").ClickAsync(new());
        dialogs.WaitForElement("[data-testid=past-due-ask]", Patience)
            .HasAttribute("checked")
            .ShouldBeTrue("nothing past due leaves unless someone says so");
        await Button(dialogs, "Cancel").ClickAsync(new());
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        (await StateAsync(id)).ShouldBe(SequenceState.Paused);

        given = page.Find("[data-testid=resume]").ClickAsync(new());
        await dialogs.WaitForElement("[data-testid=past-due-skip]", Patience).ChangeAsync(new() { Value = "on" });
        await dialogs.Find("[data-testid=past-due-go]").ClickAsync(new());
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        page.WaitForElement("[data-testid=pause]", Patience);
        (await StateAsync(id)).ShouldBe(SequenceState.Live);
    }

    [Fact]
    public async Task Is_protected_locked_again_and_freed()
    {
        var id = await PublishedAsync();
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var page = Open(screen, id);
        var given = page.Find("[data-testid=set-password]").ClickAsync(new());
        await TypeAsync(dialogs, "mulch & marigold", "marigold & mulch");
        dialogs.WaitForElement("[data-testid=password-fault]", Patience).TextContent.ShouldBe("The two do not match. Enter both again.");
        await TypeAsync(dialogs, "short", "short");
        dialogs.WaitForAssertion(() => dialogs.Find("[data-testid=password-fault]").TextContent.ShouldNotStartWith("The two"), Patience);
        await TypeAsync(dialogs, "mulch & marigold", "mulch & marigold");
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        page.WaitForElement("[data-testid=unlocked]", Patience);

        await page.Find("[data-testid=relock]").ClickAsync(new());
        page.WaitForElement("[data-testid=locked]", Patience);
        page.FindAll("[data-testid=reset-password]").ShouldBeEmpty("only owners take a forgotten one off");
        await using var owner = await Screen.OpenAsync(host, "owner");
        var confirming = owner.Dialogs();
        var seen = Open(owner, id);
        given = seen.Find("[data-testid=reset-password]").ClickAsync(new());
        await confirming.WaitForElement("[role=dialog]", Patience)
            .QuerySelectorAll("button")
            .Single(button => button.TextContent.Trim() == "Reset")
            .ClickAsync(new());
        await given.WaitAsync(Patience, TestContext.Current.CancellationToken);
        seen.WaitForAssertion(() => seen.Find("[data-testid=password-card]").TextContent.ShouldContain("Off."), Patience);
    }

    [Fact]
    public async Task One_that_nobody_has_is_not_there()
    {
        await using var screen = await Screen.OpenAsync(host, "viewer");
        foreach (var id in (string[])[$"{Guid.NewGuid()}", "nonsense"])
        {
            var page = screen.Render<SequencePage>(one => one.Add(page => page.Id, id));
            page.WaitForElement("[data-testid=not-found]", Patience);
        }
    }

    [Fact]
    public async Task A_template_is_found_by_what_it_is_about()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var shown = await dialogs.InvokeAsync(
            () => screen.Services.GetRequiredService<IDialogService>().ShowAsync<TemplatesDialog>("Start from a template"));
        var all = dialogs.FindAll(".template-choice").Count;
        all.ShouldBeGreaterThanOrEqualTo(10);
        await dialogs.Find("[data-testid=template-search]").InputAsync("zeppelin");
        dialogs.FindAll(".template-choice").ShouldBeEmpty();
        dialogs.Markup.ShouldContain("Start with an empty sequence instead.");
        await dialogs.Find("[data-testid=template-search]").InputAsync(" BIRTHDAY ");
        dialogs.FindAll(".template-choice").Count.ShouldBeInRange(1, all - 1);
        await dialogs.FindAll(".template-choice")[0].ClickAsync(new());
        ((await shown.Result.WaitAsync(Patience, TestContext.Current.CancellationToken))!.Data as SequenceTemplate).ShouldNotBeNull().Title
            .ShouldContain("irthday");
    }

    private static IElement Button(IRenderedComponent<MudDialogProvider> dialogs, string words) =>
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == words);

    private static async Task TypeAsync(IRenderedComponent<MudDialogProvider> dialogs, string first, string again)
    {
        await dialogs.WaitForElement("[data-testid=new-password]", Patience).InputAsync(first);
        await dialogs.Find("[data-testid=new-password-again]").InputAsync(again);
        await dialogs.Find("#password-form").SubmitAsync();
    }

    private static IRenderedComponent<SequencePage> Open(Screen screen, string id)
    {
        var page = screen.Render<SequencePage>(one => one.Add(page => page.Id, id));
        page.WaitForElement("[data-testid=draft]", Patience);
        return page;
    }

    private async Task<string> PublishedAsync()
    {
        var id = (await host.Manager().PostAsync("sequences", Documents.OwnByHand())).Expect(System.Net.HttpStatusCode.Created)["id"];
        (await host.Manager().PostAsync($"sequences/{id}/publish")).Expect(System.Net.HttpStatusCode.OK);
        return id;
    }

    private async Task SaveAsync(string id, string document) =>
        (await host.Manager().PutAsync($"sequences/{id}/draft", document)).Expect(System.Net.HttpStatusCode.OK);

    private async Task<SequenceState> StateAsync(string id)
    {
        await using var context = host.Context();
        return await context.Sequences
            .Where(row => row.Id == Guid.Parse(id))
            .Select(row => row.State)
            .SingleAsync(TestContext.Current.CancellationToken);
    }
}
