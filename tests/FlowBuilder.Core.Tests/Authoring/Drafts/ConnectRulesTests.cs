using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Tests.Authoring.Drafts;

public sealed class ConnectRulesTests
{
    private static readonly Palette Palette = Palette.Of(Drawn.Steps);

    [Fact]
    public void Drawing_and_compiling_agree_on_which_kinds_go_together()
    {
        foreach (var from in Enum.GetValues<NodeKind>())
            foreach (var to in Enum.GetValues<NodeKind>())
            {
                var (one, other) = (new Node { Id = "a", Kind = from }, new Node { Id = "b", Kind = to });
                (ConnectRules.Refusal(one, other) is null).ShouldBe(EdgeRules.Refuse(one, other) is null, $"{from} to {to}");
            }
    }

    [Fact]
    public void A_reason_speaks_of_the_step_and_not_of_deleting_a_connection_that_is_not_there() =>
        (from one in Enum.GetValues<NodeKind>()
         from other in Enum.GetValues<NodeKind>()
         select ConnectRules.Refusal(new Node { Id = "a", Kind = one }, new Node { Id = "b", Kind = other }))
            .OfType<string>()
            .ShouldAllBe(reason => reason.EndsWith('.') && !reason.Contains("Delete"));

    [Theory]
    [InlineData(
        "t trigger customer-added\nw wait wait-until-date property=start_at shift=-P1D", "t", "w",
        "nothing that starts this sequence is about one")]
    [InlineData(
        "t trigger visit-before lead=P1D\nw wait wait-until-date property=start_at shift=-P3D", "t", "w", "that moment has always passed")]
    [InlineData(
        "t trigger at-time at=2026-05-01T10:00:00Z\nw wait wait-until at=2026-04-01T10:00:00Z", "t", "w", "this moment has always passed")]
    public void An_impossible_pair_of_trigger_and_timing_is_refused_while_drawing(string nodes, string from, string to, string because)
    {
        var session = new DesignSession(Drawn.Of(nodes, ""), Drawn.Steps);
        session.Run(new Connect(from, "out", to)).ShouldBeOfType<DesignResult.Refused>().Because.ShouldContain(because);
        ConnectRules.Refusal(session.Document, Drawn.Steps, from, "out", to).ShouldNotBeNull().ShouldContain(because);
        session.Document.Edges.ShouldBeEmpty();
    }

    [Fact]
    public void A_possible_pair_is_drawn()
    {
        var session = new DesignSession(
            Drawn.Of("t trigger visit-before lead=P3D\nw wait wait-until-date property=start_at shift=-P1D", ""), Drawn.Steps);
        session.Run(new Connect("t", "out", "w")).ShouldBeOfType<DesignResult.Done>();
    }

    [Fact]
    public void What_was_impossible_before_hinders_nothing_else()
    {
        var session = new DesignSession(
            Drawn.Of("t trigger customer-added\nw wait wait-until-date property=start_at shift=-P1D\na action add-tag tag=x", "t>w"),
            Drawn.Steps);
        session.Run(new Connect("w", "out", "a")).ShouldBeOfType<DesignResult.Done>();
    }

    [Fact]
    public void Gates_and_stop_actions_cannot_lead_back_to_themselves_but_steps_can()
    {
        var session = new DesignSession(
            Drawn.Of(
                "o or\np or\ns stopWhen\nx stopAction add-tag tag=x\ny stopAction add-tag tag=y\na action add-tag tag=x\nw wait wait-for "
                    + "duration=P1D",
                "o>p s>x x>y a>w"),
            Drawn.Steps);
        session.Run(new Connect("p", "out", "o")).ShouldBeOfType<DesignResult.Refused>().Because.ShouldContain("no one could ever enter");
        session.Run(new Connect("y", "out", "x")).ShouldBeOfType<DesignResult.Refused>().Because.ShouldContain("run once");
        session.Run(new Connect("a", "out", "a")).ShouldBeOfType<DesignResult.Refused>();
        session.Run(new Connect("w", "out", "a")).ShouldBeOfType<DesignResult.Done>();
    }

    [Fact]
    public void What_can_follow_an_action_is_steps_and_not_gates()
    {
        var document = Drawn.Of("t trigger manual\na action add-tag tag=x", "t>a");
        var choices = Palette.WhatCanFollow(document, Drawn.Steps, "a", "out").ToArray();
        choices.Where(choice => choice.Refusal is null)
            .Select(choice => choice.Entry.Kind).Distinct()
            .ShouldBe([NodeKind.Action, NodeKind.Wait, NodeKind.If, NodeKind.Split], ignoreOrder: true);
        choices.Single(choice => choice.Entry.Kind == NodeKind.And).Refusal
            .ShouldBe("AND decides who enters, so it cannot come after an action. Use If / else there.");
        Palette.WhatCanFollow(document, Drawn.Steps, "a", "yes").ShouldAllBe(choice => choice.Refusal != null);
    }

    [Fact]
    public void Between_a_trigger_and_a_gate_only_gates_can_stand()
    {
        var document = Drawn.Of("t trigger manual\ng and\na action add-tag tag=x", "t>g g>a");
        Palette.WhatCanStandOn(document, Drawn.Steps, document.Edges[0])
            .Where(choice => choice.Refusal is null)
            .Select(choice => choice.Entry.Kind)
            .ShouldBe([NodeKind.And, NodeKind.Or]);
    }

    [Fact]
    public void The_palette_offers_every_step_and_every_kind_of_node()
    {
        Palette.Entries.Select(entry => entry.Kind).Distinct().ShouldBe(Enum.GetValues<NodeKind>());
        Palette.Entries.Where(entry => entry.Kind != NodeKind.StopAction && entry.Type is not null).Select(entry => entry.Type)
            .ShouldBe(
                Drawn.Steps.Catalog.All.Where(type => type.Kind != Core.Steps.Catalogue.StepKind.Condition).Select(type => type.Id),
                ignoreOrder: true);
        Palette.Entries.ShouldAllBe(entry => entry.Title.Length > 0 && entry.Icon.Length > 0 && entry.Group.Length > 0);
    }
}
