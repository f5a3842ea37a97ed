using CsCheck;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Tests.Authoring.Editing;
using FlowBuilder.Testing.Approvals;
using static FlowBuilder.Core.Tests.Authoring.Outlining.BuiltOutlines;

namespace FlowBuilder.Core.Tests.Authoring.Outlining;

public sealed class OutlineTests
{
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
                lines.Where(line => line.LinksTo is not null)
                    .ShouldAllBe(line => lines.Single(other => IsNode(other) && other.Node == line.LinksTo).Number == line.LinksToNumber);
                lines.Where(IsNode)
                    .Select(line => line.Number)
                    .ShouldBe(Enumerable.Range(1, session.Document.Nodes.Length).Select(number => (int?)number));
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
                var steps = before.Where(
                    line =>
                        line.Role is OutlineRole.Way
                        || (line.Role is OutlineRole.Action or OutlineRole.Wait
                            && Ports.Of(session.Document.Nodes.Single(node => node.Id == line.Node)).Length == 1)).ToArray();
                if (steps.Length == 0) return;
                var after = steps[commands.Next(steps.Length)];
                Do(session, OutlineEdits.InsertAfter(session.Document, after, Offered.Find(NodeKind.Action, "add-tag")!.Content));
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
                if (lines.Any(
                    line => line is { Role: OutlineRole.If, Indent: > 1 } or { Role: OutlineRole.And or OutlineRole.Or, Indent: > 0 }))
                    return;
                var again = new DesignSession(new SequenceDocument(), Drawn.Steps);
                var copies = new Dictionary<string, string>();
                for (var i = 0; i < lines.Length; i++)
                {
                    if (!IsNode(lines[i])) continue;
                    var node = session.Document.Nodes.Single(node => node.Id == lines[i].Node);
                    var list = Outline.Of(again.Document);
                    var before = i == 0 ? null : lines[i - 1];
                    // The OR of two triggers came with the second.
                    if (node.Kind == NodeKind.Or
                        && lines[i].Indent == 0
                        && before is { Indent: 1 }
                        && Single(again, copies[before.Node!]) is { } or)
                    {
                        copies[node.Id] = or;
                        Do(again, new ChangeConditions(or, node.When));
                        continue;
                    }

                    var behind = before is null
                        || node.Kind is NodeKind.StopWhen or NodeKind.Note
                        || (node.Kind == NodeKind.Trigger && (lines[i].Indent == 0 || before is not { Role: OutlineRole.If, Indent: 1 }))
                        ? null
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
                if (line.Role == OutlineRole.If
                    || OutlineEdits.MoveDown(session.Document, line) is not { } down
                    || session.Run(down) is not DesignResult.Done)
                    return;
                var moved = Outline.Of(session.Document);
                moved.Where(IsNode)
                    .Select(other => other.Node)
                    .ShouldBe(before.Where(IsNode).Select(other => other.Node), ignoreOrder: true);
                Plain(moved, ids: true).ShouldNotBe(Plain(before, ids: true));
                Do(
                    session,
                    OutlineEdits.MoveUp(session.Document, moved.First(other => other.Node == line.Node && other.Role == line.Role)));
                Plain(Outline.Of(session.Document), ids: true).ShouldBe(Plain(before, ids: true));
            },
            iter: 250);

    [Fact]
    public void A_condition_on_a_message_names_the_step_by_what_it_does()
    {
        var document = Drawn.Of(
            "t trigger manual\nm action email-customer template=hello\ni if "
                + "{\"all\":[{\"type\":\"message-state\",\"step\":\"m\",\"state\":\"opened\"}]}\na action add-tag tag=a",
            "t>m m>i i:yes>a");
        Outline.Of(document)
            .Single(line => line.Node == "i" && line.Role == OutlineRole.IfElse).Text
            .ShouldBe("if the message of the step “email “hello” to the customer” is opened");
        FlowBuilder.Core.Plans.Sentences.SentenceView
            .ToText(FlowBuilder.Core.Plans.Sentences.SentenceView.Of(Drawn.Compiler.Compile(document).Plan!))
            .ShouldContain("the step “email “hello” to the customer” is opened");
    }

    private static string? Single(DesignSession session, string node) =>
        session.Document.Edges.FirstOrDefault(edge => edge.From == node) is { } edge
            && session.Document.Nodes.Single(known => known.Id == edge.To) is { Kind: NodeKind.Or } or
            ? or.Id
            : null;

    private static IEnumerable<string> Plain(IEnumerable<OutlineLine> lines, bool ids = false) =>
        lines.Select(
            line => $"{new string(' ', line.Indent)}{line.Role} {(line.LinksTo is null ? line.Text : "")}{(ids ? line.Node : "")}");
}
