using Bunit;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Components.Designer.Panels;
using FlowBuilder.Web.Tests.Components.Designer.Model;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Panels;

public sealed class Mending_problems : BunitContext
{
    private static readonly string Loose = """
        {"id":"t","kind":"trigger","step":{"type":"manual"}},{"id":"a","kind":"action","step":{"type":"add-tag","tag":"nudging"}},{"id":"b","kind":"action","step":{"type":"add-tag","tag":"V.I.P."}}
        """;

    [Fact]
    public void A_loose_step_is_connected_with_one_click_and_that_is_one_undo()
    {
        var room = DrawnRoom.Of(Loose, "t>a");
        var panel = Draw(room);
        panel.FindAll("[data-testid=fix]")
            .Select(fix => fix.TextContent)
            .ShouldBe(["Connect it after “add the tag “nudging””", "Delete this step"]);
        panel.Find("[data-testid=fix]").Click();
        room.Document.Edges.ShouldContain(edge => edge.From == "a" && edge.To == "b");
        room.Session.History.Done.ShouldHaveSingleItem().Title.ShouldStartWith("Connected");
        panel.FindAll("[data-testid=no-problems]").Count.ShouldBe(1);
        room.Undo().ShouldBeNull();
        panel.FindAll("[data-testid=fix]").Count.ShouldBe(2);
    }

    [Fact]
    public void A_tag_that_looks_like_one_there_is_takes_its_spelling()
    {
        var room = DrawnRoom.Of(Loose, "t>a a>b", surroundings: new CompanyVocabulary { Tags = ["vip"] });
        var panel = Draw(room);
        panel.Find("[data-testid=fix]").TextContent.ShouldBe("Use “vip”");
        panel.Find("[data-testid=fix]").Click();
        room.Find("b")!.Step!.Sentence(room.Names).ShouldBe("add the tag “vip”");
        panel.FindAll("[data-testid=fix]").ShouldBeEmpty();
    }

    [Fact]
    public void Where_only_a_person_can_tell_nothing_is_offered()
    {
        var panel = Draw(DrawnRoom.Of(
            """{"id":"t","kind":"trigger","step":{"type":"manual"}},{"id":"a","kind":"action","step":{"type":"add-tag"}}""", "t>a"));
        panel.FindAll("[data-testid=problems] li").Count.ShouldBe(1);
        panel.FindAll("[data-testid=fix]").ShouldBeEmpty();
    }

    [Fact]
    public void A_sequence_gets_hours_of_its_own_and_an_owner()
    {
        var room = DrawnRoom.Of(Loose, "t>a a>b", surroundings: new CompanyVocabulary { People = [new Choice("ruth", "Ruth Ng")] });
        var panel = Render<RulesPanel>(
            parameters => parameters.Add(one => one.Room, room)
                .Add(one => one.Run, (command, gesture) => Task.FromResult(room.Run(command, gesture))));
        room.Changed += () => panel.InvokeAsync(() => panel.Render());
        panel.FindAll("[data-testid=own-hours-from]").ShouldBeEmpty();
        panel.Find("[data-testid=own-hours]").Change(true);
        panel.Find("[data-testid=own-hours-from]").Change("07:30");
        panel.Find("[data-testid=own-hours-to]").Change("not a time");
        room.Document.Settings.AllowedHours.ShouldBe(new AllowedHours(new TimeOnly(7, 30), new TimeOnly(18, 0)));
        panel.Find("[data-testid=owner]").Change("ruth");
        room.Document.Settings.Owner.ShouldBe("ruth");
        panel.Find("[data-testid=own-hours]").Change(false);
        room.Document.Settings.AllowedHours.ShouldBeNull();
        room.Session.History.Done.Select(entry => entry.Title).Last().ShouldBe("Changed “Message hours”");
    }

    [Fact]
    public void Who_left_stays_named_as_owner_without_an_id_on_the_screen()
    {
        var panel = Render<RulesPanel>(
            parameters => parameters.Add(one => one.Room, DrawnRoom.Of(Loose, "t>a", """{"owner":"7f3c"}"""))
                .Add(one => one.Run, (_, _) => Task.FromResult<string?>(null)));
        panel.Find("[data-testid=owner]").TextContent.ShouldContain("Someone who is no longer here");
        panel.Find("[data-testid=owner]").TextContent.ShouldNotContain("7f3c");
    }

    private IRenderedComponent<ProblemsPanel> Draw(DesignRoom room)
    {
        var panel = Render<ProblemsPanel>(
            parameters => parameters.Add(one => one.Room, room)
                .Add(one => one.Go, _ => Task.CompletedTask)
                .Add(one => one.Run, (command, gesture) => Task.FromResult(room.Run(command, gesture))));
        room.Changed += () => panel.InvokeAsync(() => panel.Render());
        return panel;
    }
}
