using CsCheck;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using static FlowBuilder.Core.Tests.Authoring.Outlining.BuiltOutlines;

namespace FlowBuilder.Core.Tests.Authoring.Outlining;

public sealed class Lines_are_moved_and_inserted
{
    [Fact]
    public void A_step_moves_past_the_ways_of_an_if_where_they_meet_again()
    {
        var session = new DesignSession(
            Drawn.Of(
                "t trigger manual\na action add-tag tag=a\ni if\nx action add-tag tag=x\ny action add-tag tag=y\nj action add-tag tag=j",
                "t>a a>i i:yes>x i:no>y x>j y>j"),
            Drawn.Steps);
        Do(session, OutlineEdits.MoveDown(session.Document, Line(session, "a")));
        Edges(session).ShouldBe(["t>i", "i:yes>x", "i:no>y", "x>a", "y>a", "a>j"], ignoreOrder: true);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "a")));
        Edges(session).ShouldBe(["t>a", "a>i", "i:yes>x", "i:no>y", "x>j", "y>j"], ignoreOrder: true);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "x")));
        Edges(session).ShouldBe(["t>a", "a>x", "x>i", "i:yes>j", "i:no>y", "y>j"], ignoreOrder: true);
    }

    [Fact]
    public void What_is_inserted_before_a_step_takes_over_all_that_led_to_it()
    {
        var session = new DesignSession(
            Drawn.Of(
                "t trigger manual\ni if\nx action add-tag tag=x\ny action add-tag tag=y\nj action add-tag tag=j",
                "t>i i:yes>x i:no>y x>j y>j"),
            Drawn.Steps);
        var added = Do(session, OutlineEdits.InsertBefore(Line(session, "j"), Offered.Find(NodeKind.Wait, "wait-for")!.Content)).Nodes[0];
        Edges(session).ShouldBe(["t>i", "i:yes>x", "i:no>y", $"x>{added}", $"y>{added}", $"{added}>j"], ignoreOrder: true);
        OutlineEdits.InsertBefore(Line(session, "t"), Offered.Find(NodeKind.Wait, "wait-for")!.Content).ShouldBeNull();
        session.Run(OutlineEdits.InsertBefore(Line(session, "j"), Offered.Find(NodeKind.And)!.Content)!)
            .ShouldBeOfType<DesignResult.Refused>().Because
            .ShouldContain("If / else");
    }

    [Fact]
    public void A_trigger_inserted_before_a_step_that_nothing_leads_to_leads_to_it()
    {
        var session = new DesignSession(Drawn.Of("a action add-tag tag=a", ""), Drawn.Steps);
        Offered.WhatCanStandBefore(session.Document, "a")
            .ShouldContain(choice => choice.Entry.Kind == NodeKind.Trigger && choice.Refusal == null);
        var added = Do(session, OutlineEdits.InsertBefore(Line(session, "a"), Offered.Find(NodeKind.Trigger, "manual")!.Content)).Nodes[0];
        Edges(session).ShouldBe([$"{added}>a"]);
    }

    [Fact]
    public void What_is_offered_before_a_step_is_what_can_be_inserted_there() =>
        Gen.Int.Sample(
            seed =>
            {
                var session = Built(seed, 12);
                foreach (var line in Outline.Of(session.Document)
                    .Where(line => IsNode(line) && OutlineEdits.InsertBefore(line, Offered.Entries[0].Content) is not null))
                {
                    var choices = Offered.WhatCanStandBefore(session.Document, line.Node!).ToArray();
                    var choice = choices[new RandomCommands(seed).Next(choices.Length)];
                    var result = session.Run(OutlineEdits.InsertBefore(line, choice.Entry.Content)!);
                    if (choice.Refusal is not null) result.ShouldBeOfType<DesignResult.Refused>();
                    else if (result is DesignResult.Done)
                        Do(session, OutlineEdits.Delete(Line(session, ((DesignResult.Done)result).Nodes[0])));
                }
            },
            iter: 40);

    [Fact]
    public void A_copy_stands_behind_its_step_and_a_copied_trigger_beside_it()
    {
        var session = new DesignSession(
            Drawn.Of("t trigger manual\na action add-tag tag=a\nb action add-tag tag=b", "t>a a>b"), Drawn.Steps);
        var copy = Do(session, OutlineEdits.Duplicate(session.Document, Line(session, "a"))).Nodes[0];
        Edges(session).ShouldBe(["t>a", $"a>{copy}", $"{copy}>b"], ignoreOrder: true);
        Do(session, OutlineEdits.Duplicate(session.Document, Line(session, "t")));
        Outline.Of(session.Document).Count(line => line.Role == OutlineRole.If).ShouldBe(2);
        Outline.Of(session.Document).ShouldContain(line => line.Role == OutlineRole.Or);
    }

    [Fact]
    public void Of_several_triggers_the_one_moved_up_comes_first()
    {
        var session = new DesignSession(
            Drawn.Of("t trigger manual\nu trigger estimate-sent\nv trigger visit-completed\no or", "t>o u>o v>o"), Drawn.Steps);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "v")));
        Outline.Of(session.Document).Where(IsNode).Select(line => line.Node).ShouldBe(["t", "v", "u", "o"]);
        Do(session, OutlineEdits.MoveDown(session.Document, Line(session, "t")));
        Outline.Of(session.Document).Where(IsNode).Select(line => line.Node).ShouldBe(["v", "t", "u", "o"]);
        OutlineEdits.MoveUp(session.Document, Line(session, "v")).ShouldBeNull();
        OutlineEdits.MoveDown(session.Document, Line(session, "u")).ShouldBeNull();
    }

    private static OutlineLine Line(DesignSession session, string node) =>
        Outline.Of(session.Document).Single(line => line.Node == node && IsNode(line));

    private static IEnumerable<string> Edges(DesignSession session) =>
        session.Document.Edges.Select(edge => $"{edge.From}{(edge.Port is null ? "" : ":" + edge.Port)}>{edge.To}");
}
