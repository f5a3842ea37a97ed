using System.Text;
using Bunit;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Steps.Actions;
using FlowBuilder.Web.Components.Designer;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Panels;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Designer.Panels;

/// <summary>Each panel around one draft: what it shows of it, and what becomes of the draft by it.</summary>
public sealed class The_panels_of_the_designer(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly List<string> _went = [];

    [Fact]
    public async Task The_palette_finds_by_title_and_by_heading_and_hands_over_what_is_clicked()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        PaletteEntry? chosen = null;
        var palette = screen.Render<PalettePanel>(
            panel => panel.Add(one => one.Palette, Core.Authoring.Palettes.Palette.Of(host.Services.GetRequiredService<StepJson>()))
                .Add(one => one.Choose, entry => chosen = entry));
        await palette.Find("[data-testid=palette-search]").InputAsync(" add a TAG ");
        await palette.FindAll(".palette-item").First(item => item.GetAttribute("data-palette-kind") == "Action:add-tag").ClickAsync(new());
        chosen.ShouldNotBeNull().Type.ShouldBe("add-tag");
        await palette.Find("[data-testid=palette-search]").InputAsync("no such thing");
        palette.FindAll(".palette-item").ShouldBeEmpty();
        palette.Markup.ShouldContain("No steps match.");
    }

    [Fact]
    public async Task A_problem_leads_to_its_step_and_goes_away_with_its_cause()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand.Replace("welcome", "", StringComparison.Ordinal));
        var problems = screen.Render<ProblemsPanel>(panel => panel.Add(one => one.Room, room).Add(one => one.Go, Go));
        await problems.Find("li.error button").ClickAsync(new());
        _went.ShouldBe(["a"]);
        room.Run(new ChangeStep("a", new AddTag { Tag = "welcome" })).ShouldBeNull();
        problems.Render();
        problems.FindAll("li.error").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_words_follow_the_drawing_and_lead_to_its_steps()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand);
        var words = screen.Render<WordsPanel>(panel => panel.Add(one => one.Room, room).Add(one => one.Go, Go));
        await words.FindAll("[data-testid=sentences] button")
            .First(line => line.TextContent.Contains("welcome", StringComparison.Ordinal))
            .ClickAsync(new());
        _went.ShouldBe(["a"]);
        room.Run(new ChangeStep("a", new AddTag { Tag = "greeted" })).ShouldBeNull();
        words.Render();
        words.Find("[data-testid=sentences]").TextContent.ShouldContain("greeted");
        words.Find("[data-testid=sentences]").TextContent.ShouldNotContain("welcome");
        room.Run(new ChangeStep("a", new AddTag())).ShouldBeNull();
        words.Render();
        words.FindAll("[data-testid=sentences]").ShouldBeEmpty();
        words.Markup.ShouldContain("Fix the problems first");
    }

    [Fact]
    public async Task Each_rule_is_an_edit_that_can_be_undone()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand);
        var rules = screen.Render<RulesPanel>(panel => panel.Add(one => one.Room, room).Add(one => one.Run, Run(room)));
        await rules.Find("[data-testid=review-before]").ChangeAsync(new() { Value = true });
        room.Document.Settings.ReviewBeforeExecution.ShouldBeTrue();
        rules.Find("#rules-expires").ShouldNotBeNull();
        await rules.Find("[data-testid=re-entry]").ChangeAsync(new() { Value = "afterDays" });
        rules.Render();
        await rules.Find("#rules-days").ChangeAsync(new() { Value = "99999" });
        room.Document.Settings.ReEntry.ShouldBe(new ReEntry.AfterDays(3650));
        await rules.Find("#rules-labels").ChangeAsync(new() { Value = " spring , sales,spring, " });
        room.Document.Settings.Labels.ShouldBe(["spring", "sales"]);
        for (var edit = 0; edit < 4; edit++) room.Undo().ShouldBeNull();
        room.Document.Settings.ReviewBeforeExecution.ShouldBeFalse();
        room.Document.Settings.Labels.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_inspector_shows_the_chosen_step_and_edits_it()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand);
        var panel = screen.Render<StepPanel>(panel => panel.Add(one => one.Room, room).Add(one => one.Run, Run(room)));
        panel.Markup.ShouldContain("Choose a step to see");
        room.Select(["a"]);
        panel.Render();
        panel.Find("h2").TextContent.ShouldBe("Add a tag");
        await panel.Find("[data-setting=tag] input").ChangeAsync(new() { Value = "greeted" });
        room.Find("a")!.Step.ShouldBe(new AddTag { Tag = "greeted" });
        await panel.Find("#step-type").ChangeAsync(new() { Value = "remove-tag" });
        room.Find("a")!.Step.ShouldBeOfType<RemoveTag>();
    }

    [Fact]
    public async Task Several_chosen_steps_are_aligned_and_deleted_together()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand);
        room.Run(new MoveBy(["a"], 70, 0)).ShouldBeNull();
        room.Select(["t", "a"]);
        var panel = screen.Render<StepPanel>(panel => panel.Add(one => one.Room, room).Add(one => one.Run, Run(room)));
        panel.Find("h2").TextContent.ShouldBe("2 steps");
        await panel.FindAll("button").Single(button => button.TextContent == "Align left").ClickAsync(new());
        room.Find("a")!.At.X.ShouldBe(room.Find("t")!.At.X);
        room.Select(["t", "a"]);
        panel.Render();
        await panel.FindAll("button").Single(button => button.TextContent == "Delete").ClickAsync(new());
        room.Document.Nodes.Select(node => node.Id).ShouldBe(["w"]);
    }

    [Fact]
    public async Task A_conflict_is_decided_for_one_side()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var decided = new List<MergeSide>();
        var notice = screen.Render<ConflictNotice>(
            notice => notice.Add(one => one.Conflicts, [new MergeConflict("a", "Tom changed the tag of “Add a tag” too.")])
                .Add(one => one.Decide, side => { decided.Add(side); return Task.CompletedTask; }));
        notice.Find("[role=alertdialog]").TextContent.ShouldContain("Tom changed the tag");
        await notice.Find("[data-testid=keep-mine]").ClickAsync(new());
        await notice.Find("[data-testid=take-theirs]").ClickAsync(new());
        decided.ShouldBe([MergeSide.Mine, MergeSide.Theirs]);
    }

    [Fact]
    public async Task What_can_follow_is_offered_and_what_cannot_says_why_when_it_is_looked_for()
    {
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var room = await RoomAsync(ByHand);
        PaletteEntry? chosen = null;
        var closed = false;
        var menu = screen.Render<FollowMenu>(
            menu => menu.Add(
                one => one.Choices,
                [new PaletteChoice(Entry("estimate-sent"), "Nothing can lead into a trigger."), new PaletteChoice(Entry("add-tag"), null)])
                .Add(one => one.Choose, entry => chosen = entry)
                .Add(one => one.Close, () => closed = true));
        menu.FindAll("button[disabled]").ShouldBeEmpty();
        await menu.Find("[data-testid=follow-search]").InputAsync("Estimate sent");
        menu.Find("button[disabled] small").TextContent.ShouldBe("Nothing can lead into a trigger.");
        await menu.Find("[role=dialog]")
            .TriggerEventAsync("onkeydown", new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter" });
        chosen.ShouldBeNull("what cannot stand there is not taken");
        await menu.Find("[data-testid=follow-search]").InputAsync("Add a tag");
        await menu.Find("[role=dialog]")
            .TriggerEventAsync("onkeydown", new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Enter" });
        chosen.ShouldNotBeNull().Type.ShouldBe("add-tag");
        await menu.Find("[role=dialog]")
            .TriggerEventAsync("onkeydown", new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });
        closed.ShouldBeTrue();

        PaletteEntry Entry(string type) => room.Palette.Entries.First(entry => entry.Type == type);
    }

    [Fact]
    public async Task Before_publishing_the_differences_are_told_and_who_is_inside()
    {
        var id = (await host.Manager().PostAsync("sequences", ByHand))["id"]!.ToString();
        (await host.Manager().PostAsync($"sequences/{id}/publish")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await using var screen = await Screen.OpenAsync(host, "manager");
        var room = await RoomAsync(ByHand);
        room.Run(new ChangeStep("a", new AddTag { Tag = "greeted" })).ShouldBeNull();
        var dialogs = screen.Dialogs();
        var parameters = new DialogParameters<PublishDialog>
        {
            { one => one.Sequence, new SequenceId(Guid.Parse(id)) },
            { one => one.Room, room }
        };
        var dialog = await dialogs.InvokeAsync(
            () => screen.Services.GetRequiredService<IDialogService>().ShowAsync<PublishDialog>("Publish?", parameters));
        dialogs.WaitForElement("[data-testid=publish-differences]").TextContent.ShouldContain("greeted");
        dialogs.Find("[data-testid=publish-sentences]").TextContent.ShouldContain("greeted");
        dialogs.Markup.ShouldContain("Customers enter this version from now on.");
        await dialogs.Find("[data-testid=publish-now]").ClickAsync(new());
        (await dialog.Result.WaitAsync(
            TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldNotBeNull().Canceled.ShouldBeFalse();
    }

    private static string ByHand => Documents.ByHand;

    private Task Go(string node)
    {
        _went.Add(node);
        return Task.CompletedTask;
    }

    private static Func<DesignCommand, string?, Task<string?>> Run(DesignRoom room) =>
        (command, gesture) => Task.FromResult(room.Run(command, gesture));

    private Task<DesignRoom> RoomAsync(string document) => DrawnRoom.OfAsync(host, document);
}
