using AngleSharp.Dom;
using Bunit;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Sequences;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.List;

/// <summary>The list as a whole: what it shows of the company's sequences, and what is done with several of them.</summary>
public sealed class The_page_of_sequences(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Says_what_sequences_are_for_while_there_is_none()
    {
        await using var fresh = new ApiHost();
        await using var screen = await Screen.OpenAsync(fresh, "marketer");
        var page = screen.Render<SequencesPage>();
        page.WaitForElement("[data-testid=sequences-empty]").TextContent.ShouldContain("No sequence yet");
        page.FindAll("[data-testid=sequence-filters]").ShouldBeEmpty();
        page.FindAll("[data-testid=new-sequence]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shows_what_its_address_asks_for()
    {
        await MakeAsync("Address one", "address-a", "address-b");
        await MakeAsync("Address two", "address-a");
        await MakeAsync("Address three", "address-ab");
        await using var screen = await Screen.OpenAsync(host, "viewer");
        (await TitlesAsync(screen, "?label=address-a&sort=title")).ShouldBe(["Address one", "Address two"]);
        (await TitlesAsync(screen, "?label=address-a&q=two")).ShouldBe(["Address two"]);
        (await TitlesAsync(screen, "?label=address-b")).ShouldBe(["Address one"]);
        (await TitlesAsync(screen, "?label=address")).ShouldBeEmpty("a label is found whole");
        (await TitlesAsync(screen, "?label=address-a&owner=nobody")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_by_who_made_it()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var made = (await screen.Services.GetRequiredService<SequenceActions>().CreateAsync())!.Value;
        var page = Open(screen, "?owner=marketer-1");
        page.WaitForAssertion(() => page.Find($"[data-sequence='{made}']").TextContent.ShouldContain("marketer-1"));
        (await TitlesAsync(screen, "?owner=owner-1")).ShouldNotContain(SequenceActions.NewTitle);
    }

    [Fact]
    public async Task Puts_labels_on_several_and_takes_others_off()
    {
        var (one, two) = (await MakeAsync("Labelled one", "Bulk-sales", "bulk-old"), await MakeAsync("Labelled two", "bulk-old"));
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var page = Open(screen, "?label=bulk-old");
        await ChooseAsync(page, one, two);
        page.Find("[data-testid=bulk]").TextContent.ShouldContain("2 chosen");
        var labelling = page.Find("[data-testid=bulk-label]").ClickAsync(new());
        await dialogs.WaitForElement("[data-testid=add-labels]").InputAsync("spring, bulk-SALES");
        dialogs.FindAll("[data-testid=keep-label]").Count.ShouldBe(2);
        dialogs.FindAll("label.check")
            .Single(label => label.TextContent.Contains("Bulk-sales", StringComparison.Ordinal)).TextContent
            .ShouldContain("on 1 of 2");
        await dialogs.FindAll("label.check")
            .Single(label => label.TextContent.Contains("bulk-old", StringComparison.Ordinal))
            .QuerySelector("input")!
            .ChangeAsync(new() { Value = false });
        await dialogs.Find("[data-testid=save-labels]").ClickAsync(new());
        await labelling.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.WaitForElement("[data-testid=sequences-none]");
        (await LabelsAsync(one)).ShouldBe("""["Bulk-sales","spring"]""");
        (await LabelsAsync(two)).ShouldBe("""["spring","Bulk-sales"]""", "a label known in another spelling keeps it");
        (await DraftAsync(two)).ShouldContain("\"labels\":[\"spring\",\"Bulk-sales\"]", Case.Sensitive, "labels travel with the drawing");
    }

    [Fact]
    public async Task A_label_that_is_too_long_is_not_taken()
    {
        var one = await MakeAsync("Long label");
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var dialogs = screen.Dialogs();
        var page = Open(screen, "?q=Long+label");
        await ChooseAsync(page, one);
        _ = page.Find("[data-testid=bulk-label]").ClickAsync(new());
        await dialogs.WaitForElement("[data-testid=add-labels]").InputAsync(new string('x', 61));
        await dialogs.Find("[data-testid=save-labels]").ClickAsync(new());
        dialogs.Find("[data-testid=labels-fault]").TextContent.ShouldContain("at most 60 letters");
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync(new());
        (await LabelsAsync(one)).ShouldBeNull();
    }

    [Fact]
    public async Task Pauses_several_and_names_what_it_could_not_pause()
    {
        var (live, draft) = (await MakeAsync("Pause live", "pause"), await MakeAsync("Pause draft", "pause"));
        (await host.Manager().PostAsync($"sequences/{live}/publish")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await using var screen = await Screen.OpenAsync(host, "manager");
        var dialogs = screen.Dialogs();
        var page = Open(screen, "?label=pause");
        page.WaitForElement("[data-testid=choose-all]");
        await page.Find("[data-testid=choose-all]").ChangeAsync(new() { Value = true });
        var pausing = page.Find("[data-testid=bulk-pause]").ClickAsync(new());
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("Pause 2 sequences?"));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Pause").ClickAsync(new());
        await pausing.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.WaitForAssertion(
            () => page.FindAll("[data-testid=bulk-left] li")
                .Select(line => line.TextContent).ShouldHaveSingleItem()
                .ShouldContain("Pause draft"));
        page.Find($"[data-sequence='{live}'] [data-testid=status]").TextContent.ShouldBe("Paused");
        page.Find($"[data-sequence='{draft}'] [data-testid=status]").TextContent.ShouldBe("Draft");
    }

    [Fact]
    public async Task Asks_for_the_password_of_a_protected_one_and_leaves_it_alone_without()
    {
        var (open, closed) = (await MakeAsync("Archive open", "archive"), await MakeAsync("Archive closed", "archive"));
        foreach (var id in (string[])[open, closed])
            (await host.Manager().PostAsync($"sequences/{id}/publish")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await using (var context = host.Context())
            await context.Sequences
                .Where(row => row.Id == Guid.Parse(closed))
                .ExecuteUpdateAsync(
                    row => row.SetProperty(one => one.PasswordHash, "not a password"), TestContext.Current.CancellationToken);
        await using var screen = await Screen.OpenAsync(host, "manager");
        var dialogs = screen.Dialogs();
        var page = Open(screen, "?label=archive");
        await ChooseAsync(page, open, closed);
        var archiving = page.Find("[data-testid=bulk-archive]").ClickAsync(new());
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("Archive 2 sequences?"));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Archive").ClickAsync(new());
        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("“Archive closed” is protected"));
        await dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync(new());
        await archiving.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        page.WaitForAssertion(() => page.Find($"[data-sequence='{open}'] [data-testid=status]").TextContent.ShouldBe("Archived"));
        page.Find($"[data-sequence='{closed}'] [data-testid=status]").TextContent.ShouldBe("Live");
        page.Find("[data-testid=bulk-left]").TextContent.ShouldContain("Archive closed");
    }

    [Fact]
    public async Task Refuses_on_the_server_whoever_has_no_right()
    {
        var line = await LineAsync(await MakeAsync("Refused"));
        await using var screen = await Screen.OpenAsync(host, "viewer");
        screen.Dialogs();
        var bulk = screen.Services.GetRequiredService<SequenceBulk>();
        await Should.ThrowAsync<NotAllowedException>(() => bulk.LabelAsync([line], []));
        await Should.ThrowAsync<NotAllowedException>(() => bulk.PauseAsync([line]));
        await Should.ThrowAsync<NotAllowedException>(() => bulk.ArchiveAsync([line]));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_file()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var page = Open(screen, "");
        page.WaitForElement("[data-testid=import]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("{\"title\":7}", "broken.json"));
        page.WaitForAssertion(
            () => page.Find("[data-testid=import-fault]").TextContent.ShouldContain("This is not a sequence exported from FlowBuilder"));
    }

    private async Task<string> MakeAsync(string title, params string[] labels)
    {
        var document = Documents.OwnByHand().Replace("\"title\": \"By hand\",", $$"""
            "title": "{{title}}", "settings": { "labels": [{{string.Join(',', labels.Select(label => $"\"{label}\""))}}] },
            """, StringComparison.Ordinal);
        return (await host.Manager().PostAsync("sequences", document))["id"]!.ToString();
    }

    private static IRenderedComponent<SequencesPage> Open(Screen screen, string query)
    {
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo($"{SequenceQuery.PageAddress}{query}");
        return screen.Render<SequencesPage>();
    }

    private static Task<IReadOnlyList<string>> TitlesAsync(Screen screen, string query)
    {
        var page = Open(screen, query);
        page.WaitForElement("[data-testid=sequences], [data-testid=sequences-none]");
        return Task.FromResult<IReadOnlyList<string>>([.. page.FindAll("[data-testid=sequence] th > a").Select(link => link.TextContent)]);
    }

    private static async Task ChooseAsync(IRenderedComponent<SequencesPage> page, params string[] sequences)
    {
        foreach (var id in sequences)
            await page.WaitForElement($"[data-sequence='{id}'] [data-testid=choose]").ChangeAsync(new() { Value = true });
    }

    private async Task<SequenceLine> LineAsync(string id)
    {
        await using var context = host.Context();
        return (await SequenceSearch.ReadAsync(
            context, context.Sequences.Where(row => row.Id == Guid.Parse(id)), TestContext.Current.CancellationToken)).Single();
    }

    private async Task<string?> LabelsAsync(string id)
    {
        await using var context = host.Context();
        return await context.Sequences
            .Where(row => row.Id == Guid.Parse(id))
            .Select(row => row.Labels)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> DraftAsync(string id)
    {
        await using var context = host.Context();
        return await context.Sequences
            .Where(row => row.Id == Guid.Parse(id))
            .Select(row => row.Draft)
            .SingleAsync(TestContext.Current.CancellationToken);
    }
}
