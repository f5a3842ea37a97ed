using CsCheck;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Tests.Plans;
using FlowBuilder.Testing.Approvals;
using Shouldly;
using Xunit;

namespace FlowBuilder.Core.Tests.Design;

public sealed class OutlineTests
{
    private static readonly Palette Palette = Palette.Of(Drawn.Steps);

    [Fact]
    public void The_example_of_the_origin_reads_as_the_origin_writes_it() =>
        Outline.ToText(Outline.Of(Drawn.Read(Drawn.Example))).ShouldBe("""
            1. IF: an estimate is sent
            2. AND: the customer does not have the tag “do-not-nudge”
            3. Action: add the tag “nudging”
            4. Wait: wait 2 days
            5. Action: email “estimate-reminder” to the customer
            6. Stop When: stop when “Estimate Accepted” has happened since the customer entered for the same record OR “Estimate Declined” has happened since the customer entered for the same record
              7. Stop Action: remove the tag “nudging”
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_outline_of_a_sequence_with_everything() =>
        Outline.ToText(Outline.Of(Drawn.Of("""
            t trigger estimate-sent
            u trigger manual
            both and {"all":[{"type":"has-tag","tag":"vip"}]}
            any or {"any":[{"type":"has-tag","tag":"hot"}]}
            hello action email-customer template=hello
            i if {"any":[{"type":"has-tag","tag":"a"}]}
            x action add-tag tag=x
            y wait wait-for-event event=Paid timeout=P7D
            z action add-tag tag=z
            late action add-tag tag=late
            s split [{"port":"a","weight":50},{"port":"b","weight":50}]
            end action notify to=owner text=done
            again wait wait-for duration=P3D
            loose action add-tag tag=loose
            sw1 stopWhen {"any":[{"type":"has-tag","tag":"stop"}]}
            sw2 stopWhen {"all":[{"type":"has-tag","tag":"halt"}]}
            tidy stopAction remove-tag tag=x
            tidy2 stopAction remove-tag tag=z
            n note
            """, "t>both both>any any>hello u>any hello>i i:yes>x i:no>y x>s y:out>z y:timedOut>late z>s late>again again>i s:a>end sw1>tidy tidy>tidy2 sw2>tidy2"))).ShouldBeApproved("Outline");

    [Fact]
    public void Every_node_has_one_line_and_every_link_leads_to_a_line() =>
        Gen.Select(Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int, Gen.Int[0, 25]).Sample(
            (document, seed, edits) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                DesignPropertyTests.Edit(session, seed, edits);
                var lines = Outline.Of(session.Document);
                lines.Where(IsNode).Select(line => line.Node).ShouldBe(session.Document.Nodes.Select(node => node.Id), ignoreOrder: true);
                lines.Where(line => line.LinksTo is not null).ShouldAllBe(line => lines.Single(other => IsNode(other) && other.Node == line.LinksTo).Number == line.LinksToNumber);
                lines.Where(IsNode).Select(line => line.Number).ShouldBe(Enumerable.Range(1, session.Document.Nodes.Length).Select(number => (int?)number));
            },
            iter: 250);

    [Fact]
    public void A_line_inserted_stands_behind_its_line_and_the_rest_stays() =>
        Gen.Int.Sample(
            seed =>
            {
                var session = Built(seed, 12);
                var commands = new RandomCommands(seed + 1);
                var before = Outline.Of(session.Document);
                var steps = before.Where(line => line.Role is OutlineRole.Way || (line.Role is OutlineRole.Action or OutlineRole.Wait && Ports.Of(session.Document.Nodes.Single(node => node.Id == line.Node)).Length == 1)).ToArray();
                if (steps.Length == 0) return;
                var after = steps[commands.Next(steps.Length)];
                Do(session, OutlineEdits.InsertAfter(session.Document, after, Palette.Find(NodeKind.Action, "add-tag")!.Content));
                var lines = Outline.Of(session.Document);
                var place = before.IndexOf(after);
                lines[place + 1].Text.ShouldStartWith("add the tag");
                lines[place + 1].Indent.ShouldBe(after.Indent + (after.Role == OutlineRole.Way ? 1 : 0));
                Plain(lines.RemoveAt(place + 1)).ShouldBe(Plain(before));
                Do(session, OutlineEdits.Delete(lines[place + 1]));
                Plain(Outline.Of(session.Document)).ShouldBe(Plain(before));
            },
            iter: 150);

    [Fact]
    public void A_list_built_line_by_line_gives_a_drawing_whose_outline_is_that_list() =>
        Gen.Int.Sample(
            seed =>
            {
                var session = Built(seed, 20);
                var lines = Outline.Of(session.Document);
                // What else can be joined in front of an OR is drawn, not listed one by one.
                if (lines.Any(line => line is { Role: OutlineRole.If, Indent: > 1 } or { Role: OutlineRole.And or OutlineRole.Or, Indent: > 0 })) return;
                var again = new DesignSession(new SequenceDocument(), Drawn.Steps);
                var copies = new Dictionary<string, string>();
                for (var i = 0; i < lines.Length; i++)
                {
                    if (!IsNode(lines[i])) continue;
                    var node = session.Document.Nodes.Single(node => node.Id == lines[i].Node);
                    var list = Outline.Of(again.Document);
                    var before = i == 0 ? null : lines[i - 1];
                    // The OR of two triggers came with the second.
                    if (node.Kind == NodeKind.Or && lines[i].Indent == 0 && before is { Indent: 1 } && Single(again, copies[before.Node!]) is { } or)
                    {
                        copies[node.Id] = or;
                        Do(again, new ChangeConditions(or, node.When));
                        continue;
                    }

                    var behind = before is null || node.Kind is NodeKind.StopWhen or NodeKind.Note || (node.Kind == NodeKind.Trigger && (lines[i].Indent == 0 || before is not { Role: OutlineRole.If, Indent: 1 })) ? null
                        : list.Single(line => line.Node == copies[before.Node!] && line.Role == before.Role && line.Port == before.Port);
                    copies[node.Id] = Do(again, OutlineEdits.InsertAfter(again.Document, behind, NodeContent.Of(node))).Nodes[0];
                }

                Plain(Outline.Of(again.Document)).ShouldBe(Plain(lines));
            },
            iter: 150);

    [Fact]
    public void Moving_down_and_up_again_gives_the_same_list() =>
        Gen.Int.Sample(
            seed =>
            {
                var session = Built(seed, 15);
                var before = Outline.Of(session.Document);
                var commands = new RandomCommands(seed);
                var line = before[commands.Next(before.Length)];
                if (line.Role == OutlineRole.If || OutlineEdits.MoveDown(session.Document, line) is not { } down || session.Run(down) is not DesignResult.Done) return;
                var moved = Outline.Of(session.Document);
                moved.Where(IsNode).Select(other => other.Node).ShouldBe(before.Where(IsNode).Select(other => other.Node), ignoreOrder: true);
                Plain(moved, ids: true).ShouldNotBe(Plain(before, ids: true));
                Do(session, OutlineEdits.MoveUp(session.Document, moved.First(other => other.Node == line.Node && other.Role == line.Role)));
                Plain(Outline.Of(session.Document), ids: true).ShouldBe(Plain(before, ids: true));
            },
            iter: 250);

    [Fact]
    public void A_step_moves_past_the_ways_of_an_if_where_they_meet_again()
    {
        var session = new DesignSession(Drawn.Of("t trigger manual\na action add-tag tag=a\ni if\nx action add-tag tag=x\ny action add-tag tag=y\nj action add-tag tag=j", "t>a a>i i:yes>x i:no>y x>j y>j"), Drawn.Steps);
        Do(session, OutlineEdits.MoveDown(session.Document, Line(session, "a")));
        Edges(session).ShouldBe(["t>i", "i:yes>x", "i:no>y", "x>a", "y>a", "a>j"], ignoreOrder: true);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "a")));
        Edges(session).ShouldBe(["t>a", "a>i", "i:yes>x", "i:no>y", "x>j", "y>j"], ignoreOrder: true);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "x")));
        Edges(session).ShouldBe(["t>a", "a>x", "x>i", "i:yes>j", "i:no>y", "y>j"], ignoreOrder: true);
    }

    [Fact]
    public void A_condition_on_a_message_names_the_step_by_what_it_does()
    {
        var document = Drawn.Of("t trigger manual\nm action email-customer template=hello\ni if {\"all\":[{\"type\":\"message-state\",\"step\":\"m\",\"state\":\"opened\"}]}\na action add-tag tag=a", "t>m m>i i:yes>a");
        Outline.Of(document).Single(line => line.Node == "i" && line.Role == OutlineRole.IfElse).Text.ShouldBe("if the message of the step “email “hello” to the customer” is opened");
        FlowBuilder.Core.Plans.Sentences.SentenceView.ToText(FlowBuilder.Core.Plans.Sentences.SentenceView.Of(Drawn.Compiler.Compile(document).Plan!)).ShouldContain("the step “email “hello” to the customer” is opened");
    }

    [Fact]
    public void What_is_inserted_before_a_step_takes_over_all_that_led_to_it()
    {
        var session = new DesignSession(Drawn.Of("t trigger manual\ni if\nx action add-tag tag=x\ny action add-tag tag=y\nj action add-tag tag=j", "t>i i:yes>x i:no>y x>j y>j"), Drawn.Steps);
        var added = Do(session, OutlineEdits.InsertBefore(Line(session, "j"), Palette.Find(NodeKind.Wait, "wait-for")!.Content)).Nodes[0];
        Edges(session).ShouldBe(["t>i", "i:yes>x", "i:no>y", $"x>{added}", $"y>{added}", $"{added}>j"], ignoreOrder: true);
        OutlineEdits.InsertBefore(Line(session, "t"), Palette.Find(NodeKind.Wait, "wait-for")!.Content).ShouldBeNull();
        session.Run(OutlineEdits.InsertBefore(Line(session, "j"), Palette.Find(NodeKind.And)!.Content)!).ShouldBeOfType<DesignResult.Refused>().Because.ShouldContain("If / else");
    }

    [Fact]
    public void A_trigger_inserted_before_a_step_that_nothing_leads_to_leads_to_it()
    {
        var session = new DesignSession(Drawn.Of("a action add-tag tag=a", ""), Drawn.Steps);
        Palette.WhatCanStandBefore(session.Document, "a").ShouldContain(choice => choice.Entry.Kind == NodeKind.Trigger && choice.Refusal == null);
        var added = Do(session, OutlineEdits.InsertBefore(Line(session, "a"), Palette.Find(NodeKind.Trigger, "manual")!.Content)).Nodes[0];
        Edges(session).ShouldBe([$"{added}>a"]);
    }

    [Fact]
    public void What_is_offered_before_a_step_is_what_can_be_inserted_there() =>
        Gen.Int.Sample(
            seed =>
            {
                var session = Built(seed, 12);
                foreach (var line in Outline.Of(session.Document).Where(line => IsNode(line) && OutlineEdits.InsertBefore(line, Palette.Entries[0].Content) is not null))
                {
                    var choices = Palette.WhatCanStandBefore(session.Document, line.Node!).ToArray();
                    var choice = choices[new RandomCommands(seed).Next(choices.Length)];
                    var result = session.Run(OutlineEdits.InsertBefore(line, choice.Entry.Content)!);
                    if (choice.Refusal is not null) result.ShouldBeOfType<DesignResult.Refused>();
                    else if (result is DesignResult.Done) Do(session, OutlineEdits.Delete(Line(session, ((DesignResult.Done)result).Nodes[0])));
                }
            },
            iter: 40);

    [Fact]
    public void A_copy_stands_behind_its_step_and_a_copied_trigger_beside_it()
    {
        var session = new DesignSession(Drawn.Of("t trigger manual\na action add-tag tag=a\nb action add-tag tag=b", "t>a a>b"), Drawn.Steps);
        var copy = Do(session, OutlineEdits.Duplicate(session.Document, Line(session, "a"))).Nodes[0];
        Edges(session).ShouldBe(["t>a", $"a>{copy}", $"{copy}>b"], ignoreOrder: true);
        Do(session, OutlineEdits.Duplicate(session.Document, Line(session, "t")));
        Outline.Of(session.Document).Count(line => line.Role == OutlineRole.If).ShouldBe(2);
        Outline.Of(session.Document).ShouldContain(line => line.Role == OutlineRole.Or);
    }

    [Fact]
    public void Of_several_triggers_the_one_moved_up_comes_first()
    {
        var session = new DesignSession(Drawn.Of("t trigger manual\nu trigger estimate-sent\nv trigger visit-completed\no or", "t>o u>o v>o"), Drawn.Steps);
        Do(session, OutlineEdits.MoveUp(session.Document, Line(session, "v")));
        Outline.Of(session.Document).Where(IsNode).Select(line => line.Node).ShouldBe(["t", "v", "u", "o"]);
        Do(session, OutlineEdits.MoveDown(session.Document, Line(session, "t")));
        Outline.Of(session.Document).Where(IsNode).Select(line => line.Node).ShouldBe(["v", "t", "u", "o"]);
        OutlineEdits.MoveUp(session.Document, Line(session, "v")).ShouldBeNull();
        OutlineEdits.MoveDown(session.Document, Line(session, "u")).ShouldBeNull();
    }

    private static OutlineLine Line(DesignSession session, string node) => Outline.Of(session.Document).Single(line => line.Node == node && IsNode(line));

    private static IEnumerable<string> Edges(DesignSession session) => session.Document.Edges.Select(edge => $"{edge.From}{(edge.Port is null ? "" : ":" + edge.Port)}>{edge.To}");

    private static string? Single(DesignSession session, string node) =>
        session.Document.Edges.FirstOrDefault(edge => edge.From == node) is { } edge && session.Document.Nodes.Single(known => known.Id == edge.To) is { Kind: NodeKind.Or } or ? or.Id : null;

    private static bool IsNode(OutlineLine line) => line is { Node: not null, Role: not (OutlineRole.Way or OutlineRole.Link) };

    private static IEnumerable<string> Plain(IEnumerable<OutlineLine> lines, bool ids = false) => lines.Select(line => $"{new string(' ', line.Indent)}{line.Role} {(line.LinksTo is null ? line.Text : "")}{(ids ? line.Node : "")}");

    private static DesignResult.Done Do(DesignSession session, DesignCommand? command) =>
        session.Run(command ?? throw new InvalidOperationException("There is no such edit.")) is DesignResult.Done done ? done : throw new InvalidOperationException(((DesignResult.Refused)session.Run(command)).Because);

    /// <summary>A drawing made by inserting lines by chance.</summary>
    private static DesignSession Built(int seed, int lines)
    {
        var session = new DesignSession(new SequenceDocument(), Drawn.Steps);
        var commands = new RandomCommands(seed);
        Do(session, OutlineEdits.InsertAfter(session.Document, null, Palette.Find(NodeKind.Trigger, "manual")!.Content));
        for (var i = 0; i < lines; i++)
        {
            var list = Outline.Of(session.Document);
            if (OutlineEdits.InsertAfter(session.Document, list[commands.Next(list.Length)], Content(commands, i)) is { } insert) session.Run(insert);
        }

        return session;
    }

    private static NodeContent Content(RandomCommands commands, int number)
    {
        var condition = Palette.Find(NodeKind.If)!.Content;
        var tag = new ConditionGroup { Combine = Combination.Any, Members = Drawn.Of($$"""o or {"any":[{"type":"has-tag","tag":"t{{number}}"}]}""", "").Nodes[0].When!.Members };
        return commands.Next(12) switch
        {
            0 => Palette.Find(NodeKind.Trigger, "estimate-sent")!.Content,
            1 => new NodeContent(NodeKind.And, When: tag),
            2 => new NodeContent(NodeKind.Or, When: tag),
            3 => condition,
            4 => Palette.Find(NodeKind.Wait, "wait-for-event")!.Content,
            5 => Palette.Find(NodeKind.Split)!.Content,
            6 => new NodeContent(NodeKind.StopWhen, When: tag),
            7 or 8 => NodeContent.Of(Drawn.Of($"a stopAction remove-tag tag=tag-{number}", "").Nodes[0]),
            9 => Palette.Find(NodeKind.Wait, "wait-for")!.Content,
            _ => NodeContent.Of(Drawn.Of($"a action add-tag tag=tag-{number}", "").Nodes[0]),
        };
    }
}
