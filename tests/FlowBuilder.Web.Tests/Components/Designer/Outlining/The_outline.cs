using AngleSharp.Dom;
using Bunit;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Outlining;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor.Services;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Outlining;

public sealed class The_outline : BunitContext
{
    private readonly List<string> _opened = [];
    private readonly List<CanvasShortcut> _shortcuts = [];

    public The_outline()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
    }

    [Fact]
    public void Reads_as_the_origin_writes_it()
    {
        var outline = Draw(DrawnRoom.WithEverything());
        outline.FindAll("[role=treeitem]").Select(row => NodePhrases(row).Split(". Problem:")[0]).ShouldBe(
        [
            "Step 1, IF: An estimate is sent", "Step 2, Action: Add the tag “nudging”",
            "Step 3, If / else: If the customer has the tag “vip”", "Yes",
            "Step 4, Action: Create the to-do “Call the customer” for the owner",
            "Otherwise", "Step 5, Wait: Wait 2 days", "Step 6, Stop When: Stop when “Estimate Accepted” has happened",
            "Step 7, Stop Action: Remove the tag “nudging”", "Step 8, Note: Ask Ruth before changing the spring campaign",
        ]);
        outline.FindAll("[role=treeitem]")
            .Select(row => row.GetAttribute("aria-level"))
            .ShouldBe(["1", "1", "1", "2", "3", "2", "3", "1", "2", "1"]);
        outline.FindAll("[role=treeitem][tabindex='0']").Count.ShouldBe(1, "Tab leads to one line");
    }

    [Fact]
    public void An_empty_one_leads_to_the_first_trigger()
    {
        var room = DrawnRoom.Of();
        var outline = Draw(room);
        outline.FindAll("[role=tree]").ShouldBeEmpty();
        outline.Find("[data-testid=outline-first]").Click();
        outline.Find("[data-testid=add-choice]").TextContent.ShouldNotBeEmpty();
        outline.Find("[data-testid=add-search]").Input("estimate sent");
        outline.Find("[data-testid=add-search]").KeyDown("Enter");
        room.Document.Nodes.ShouldHaveSingleItem().Kind.ShouldBe(Core.Graph.NodeKind.Trigger);
        outline.Find("[data-testid=outline-said]").TextContent.ShouldStartWith("Added");
    }

    [Fact]
    public void Customers_who_stand_on_a_step_are_counted_at_its_line_and_nowhere_else()
    {
        var outline = Draw(DrawnRoom.WithEverything());
        outline.FindAll("[data-testid=outline-inside]").ShouldBeEmpty();
        outline.InvokeAsync(() => outline.Instance.SetCounts(new Dictionary<string, int> { ["w"] = 1_204, ["i"] = 2, ["tag"] = 0 }));
        outline.FindAll("[data-testid=outline-inside]")
            .Select(count => $"{count.Closest("[role=treeitem]")!.GetAttribute("data-node")}{count.TextContent}")
            .ShouldBe(["i. 2 at this step now", "w. 1,204 at this step now"]);
        outline.InvokeAsync(() => outline.Instance.SetCounts(new Dictionary<string, int>()));
        outline.FindAll("[data-testid=outline-inside]").ShouldBeEmpty("everyone has left");
    }

    [Fact]
    public void Arrows_go_from_line_to_line_and_the_settings_follow()
    {
        var room = DrawnRoom.WithEverything();
        var outline = Draw(room);
        Press(outline, "ArrowDown");
        room.Selected.ShouldBe(["tag"]);
        Press(outline, "End");
        room.Selected.ShouldBe(["n"]);
        Press(outline, "Home");
        Press(outline, "ArrowUp");
        room.Selected.ShouldBe(["t"]);
        for (var i = 0; i < 4; i++) Press(outline, "ArrowDown");
        room.Selected.ShouldBe(["call"]);
        Press(outline, "ArrowLeft");
        Active(outline).ShouldStartWith("Yes");
        Press(outline, "ArrowLeft");
        Active(outline).ShouldContain("If / else");
        Press(outline, "ArrowRight");
        Active(outline).ShouldStartWith("Yes");
        Press(outline, "Enter");
        outline.FindAll("[data-testid=add-menu]").Count.ShouldBe(1, "at a way there is nothing to open: one adds");
    }

    [Fact]
    public void Enter_opens_a_steps_settings()
    {
        var outline = Draw(DrawnRoom.WithEverything());
        Press(outline, "ArrowDown");
        Press(outline, "Enter");
        _opened.ShouldBe(["tag"]);
    }

    [Fact]
    public void The_list_of_steps_holds_only_what_can_stand_there_and_says_why_not()
    {
        var room = DrawnRoom.WithEverything();
        var outline = Draw(room);
        Press(outline, "ArrowDown");
        Press(outline, "a");
        outline.FindAll(".add-places label")
            .Select(place => place.TextContent.Trim())
            .ShouldBe(["After this", "Before this", "Another trigger", "On its own"]);
        outline.FindAll("[data-testid=add-choice]").ShouldNotContain(choice => choice.GetAttribute("aria-disabled") == "true");
        outline.Find("[data-testid=add-search]").Input("and");
        outline.FindAll("[data-testid=add-choice][aria-disabled=true]")
            .ShouldContain(choice => choice.TextContent.Contains("Use If / else there", StringComparison.Ordinal));
        outline.Find("[data-testid=add-search]").Input("wait for a while");
        outline.FindAll("[data-testid=add-choice]").Count.ShouldBe(1);
        outline.Find("[data-testid=add-menu]").KeyDown("Escape");
        outline.FindAll("[data-testid=add-menu]").ShouldBeEmpty();
    }

    [Fact]
    public void A_step_is_added_before_and_in_a_way()
    {
        var room = DrawnRoom.WithEverything();
        var outline = Draw(room);
        room.Select(["w"]);
        Press(outline, "Insert");
        outline.Find("[data-testid=add-place-1]").Change(true);
        Take(outline, "Add a tag", "add a tag");
        var note = room.Selected.ShouldHaveSingleItem();
        room.Document.Edges.ShouldContain(edge => edge.From == "i" && edge.Port == "no" && edge.To == note);
        room.Document.Edges.ShouldContain(edge => edge.From == note && edge.To == "w");
        room.Select(["i"]);
        Press(outline, "a");
        outline.FindAll(".add-places label")
            .Select(place => place.TextContent.Trim())
            .Take(2)
            .ShouldBe(["Under “Yes”", "Under “Otherwise”"]);
        outline.Find("[data-testid=add-place-1]").Change(true);
        Take(outline, "Add a tag", "add a tag");
        room.Document.Edges.ShouldContain(edge => edge.From == "i" && edge.Port == "no" && edge.To == room.Selected[0]);
    }

    [Fact]
    public void Steps_are_moved_duplicated_and_deleted_and_each_is_said_and_one_undo()
    {
        var room = DrawnRoom.WithEverything();
        var outline = Draw(room);
        room.Select(["call"]);
        Press(outline, new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        outline.Find("[data-testid=outline-said]").TextContent.ShouldStartWith("Moved");
        room.Document.Edges.ShouldContain(edge => edge.From == "call" && edge.To == "i");
        Press(outline, new KeyboardEventArgs { Key = "d", CtrlKey = true });
        room.Document.Nodes.Count(node => node.Kind == Core.Graph.NodeKind.Action).ShouldBe(3);
        Press(outline, "Delete");
        outline.Find("[data-testid=outline-said]").TextContent.ShouldStartWith("Deleted");
        room.Document.Nodes.Count(node => node.Kind == Core.Graph.NodeKind.Action).ShouldBe(2);
        room.Session.History.Done.Count.ShouldBe(3);
        Press(outline, "Home");
        Press(outline, new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        outline.Find("[data-testid=outline-said]").TextContent.ShouldBe("It is already first.");
    }

    [Fact]
    public void Keys_of_the_designer_reach_the_designer()
    {
        var outline = Draw(DrawnRoom.WithEverything());
        Press(outline, new KeyboardEventArgs { Key = "z", CtrlKey = true });
        Press(outline, new KeyboardEventArgs { Key = "y", CtrlKey = true });
        Press(outline, "?");
        Press(outline, "/");
        _shortcuts.ShouldBe([CanvasShortcut.Undo, CanvasShortcut.Redo, CanvasShortcut.Help, CanvasShortcut.Find]);
    }

    [Fact]
    public void Problems_stand_at_their_line()
    {
        var outline = Draw(DrawnRoom.Of(
            """{"id":"t","kind":"trigger","step":{"type":"manual"}},{"id":"a","kind":"action","step":{"type":"add-tag"}}""", "t>a"));
        outline.FindAll(".outline-row[data-node=a] .outline-problem[data-mark=Error]").Count.ShouldBe(1);
        NodePhrases(outline.Find(".outline-row[data-node=a]")).ShouldContain("Problem: ");
    }

    [Fact]
    public void One_that_is_only_to_look_at_changes_nothing()
    {
        var room = DrawnRoom.WithEverything();
        var outline = Draw(room, readOnly: true);
        foreach (var key in (string[])["Delete", "a", "Insert"]) Press(outline, key);
        Press(outline, new KeyboardEventArgs { Key = "z", CtrlKey = true });
        room.Session.Revision.ShouldBe(0);
        outline.FindAll("[data-testid=add-menu]").ShouldBeEmpty();
        _shortcuts.ShouldBeEmpty();
    }

    private static void Take(IRenderedComponent<OutlineView> outline, string title, string typed)
    {
        outline.Find("[data-testid=add-search]").Input(typed);
        outline.FindAll("[data-testid=add-choice]")
            .First(
                choice =>
                    choice.GetAttribute("aria-disabled") is null
                    && choice.TextContent.Trim().StartsWith(title, StringComparison.Ordinal)).Click();
    }

    private static string Active(IRenderedComponent<OutlineView> outline) => NodePhrases(outline.Find("[aria-selected=true]"));

    /// <summary>What a screen reader says of a line.</summary>
    private static string NodePhrases(IElement row) =>
        string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Press(IRenderedComponent<OutlineView> outline, string key) => Press(outline, new KeyboardEventArgs { Key = key });

    private static void Press(IRenderedComponent<OutlineView> outline, KeyboardEventArgs key) => outline.Find("[role=tree]").KeyDown(key);

    private IRenderedComponent<OutlineView> Draw(DesignRoom room, bool readOnly = false)
    {
        var outline = Render<OutlineView>(parameters => parameters
            .Add(one => one.Room, room)
            .Add(one => one.Run, (DesignCommand command, string? gesture) => Task.FromResult(room.Run(command, gesture)))
            .Add(one => one.OpenStep, EventCallback.Factory.Create<string>(this, _opened.Add))
            .Add(one => one.Shortcut, EventCallback.Factory.Create<CanvasShortcut>(this, _shortcuts.Add))
            .Add(one => one.IsReadOnly, readOnly));
        room.Changed += () => outline.InvokeAsync(() => outline.Render());
        return outline;
    }
}
