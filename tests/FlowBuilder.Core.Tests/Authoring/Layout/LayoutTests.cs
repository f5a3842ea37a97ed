using CsCheck;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Tests.Authoring.Editing;
using FlowBuilder.Testing.Approvals;

namespace FlowBuilder.Core.Tests.Authoring.Layout;

public sealed class LayoutTests
{
    private const string Nodes = """
        t trigger estimate-sent
        u trigger manual
        any or {"any":[{"type":"has-tag","tag":"hot"}]}
        hello action email-customer template=hello
        i if {"any":[{"type":"has-tag","tag":"a"}]}
        x action add-tag tag=x
        y wait wait-for-event event=Paid timeout=P7D
        z action add-tag tag=z
        late action add-tag tag=late
        s split [{"port":"a","weight":50},{"port":"b","weight":50},{"port":"c","weight":50}]
        end action notify to=owner text=done
        other action notify to=owner text=other
        sw1 stopWhen {"any":[{"type":"has-tag","tag":"stop"}]}
        tidy stopAction remove-tag tag=x
        sw2 stopWhen {"any":[{"type":"has-tag","tag":"halt"}]}
        tidy2 stopAction remove-tag tag=z
        n note
        """;

    private const string Edges =
        "t>any u>any any>hello hello>i i:yes>x i:no>y x>s y:out>z y:timedOut>late z>s late>s s:a>end s:c>other sw1>tidy sw2>tidy2";

    [Fact]
    public void Nothing_overlaps_whatever_is_drawn() =>
        Gen.Select(Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int, Gen.Int[0, 30]).Sample(
            (document, seed, edits) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                DesignPropertyTests.Edit(session, seed, edits);
                session.Run(new AutoLayout());
                NothingOverlaps(session.Document);
            },
            iter: 300);

    [Fact]
    public void Arranging_again_moves_nothing() =>
        Gen.Select(Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int, Gen.Int[0, 30]).Sample(
            (document, seed, edits) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                DesignPropertyTests.Edit(session, seed, edits);
                session.Run(new AutoLayout());
                var revision = session.Revision;
                session.Run(new AutoLayout());
                session.Revision.ShouldBe(revision);
            },
            iter: 300);

    [Fact]
    public void What_follows_stands_below_unless_it_leads_back() =>
        RandomDrawings.Sound.Sample(
            document =>
            {
                var y = LayeredLayout.Of(document).ToDictionary(place => place.Id, place => place.At.Y);
                var up = document.Edges.Where(edge => y[edge.To] <= y[edge.From]).ToArray();
                // Only what can be come to again may stand above what leads to it.
                var draft = new Draft(document);
                up.ShouldAllBe(edge => draft.Behind(edge.To).Contains(edge.From));
            },
            iter: 500);

    [Fact]
    public void Ways_stand_side_by_side_and_meet_below()
    {
        var at = Places(Drawn.Of(Nodes, Edges));
        at["x"].Y.ShouldBe(at["y"].Y);
        at["x"].X.ShouldBeLessThan(at["y"].X);
        at["z"].X.ShouldBeLessThan(at["late"].X);
        at["s"].Y.ShouldBeGreaterThan(at["z"].Y);
        at["t"].Y.ShouldBe(at["u"].Y);
        at["any"].Y.ShouldBeGreaterThan(at["t"].Y);
    }

    [Fact]
    public void Stop_Whens_stand_to_the_right_of_everything()
    {
        var at = Places(Drawn.Of(Nodes, Edges));
        var rightmost = at.Where(place => place.Key is not ("sw1" or "sw2" or "tidy" or "tidy2" or "n")).Max(place => place.Value.X);
        at["sw1"].X.ShouldBeGreaterThan(rightmost + LayoutOptions.Standard.NodeWidth);
        at["sw2"].X.ShouldBeGreaterThan(at["sw1"].X);
        at["tidy"].X.ShouldBe(at["sw1"].X);
    }

    [Fact]
    public void The_first_trigger_keeps_its_place_and_an_added_step_only_pushes_down_what_follows()
    {
        var session = new DesignSession(Drawn.Of(Nodes, Edges), Drawn.Steps);
        session.Run(new AutoLayout());
        var before = Places(session.Document);
        session.Run(new AddAfter(Palette.Of(Drawn.Steps).Find(NodeKind.Wait, "wait-for")!.Content, "hello"));
        session.Run(new AutoLayout());
        var after = Places(session.Document);
        foreach (var id in new[] { "t", "u", "any", "hello", "sw1", "tidy" }) after[id].ShouldBe(before[id], id);
        foreach (var id in new[] { "i", "x", "y", "end" })
            after[id].ShouldBe(before[id] with { Y = before[id].Y + LayoutOptions.Standard.Row }, id);
    }

    [Fact]
    public void Notes_go_along_with_what_they_stood_beside()
    {
        var document = Drawn.Of("t trigger manual\na action add-tag tag=x\nn note", "t>a");
        document = document with
        {
            Nodes =
            [
                document.Nodes[0], document.Nodes[1] with { At = new Position(500, 900) },
                document.Nodes[2] with { At = new Position(800, 900) }
            ]
        };
        var at = Places(document, arrange: true);
        (at["n"].X - at["a"].X, at["n"].Y - at["a"].Y).ShouldBe((300, 0));
    }

    [Fact]
    public void A_chain_of_thousands_of_steps_is_arranged_too()
    {
        var nodes = Enumerable.Range(0, 5_000).Select(i => new Node { Id = $"n{i}", Kind = NodeKind.Action }).ToArray();
        var edges = Enumerable.Range(0, 4_999).Select(i => new Edge($"n{i}", null, $"n{i + 1}"));
        LayeredLayout
            .Of(new SequenceDocument { Nodes = [.. nodes], Edges = [.. edges] })[^1].At
            .ShouldBe(new Position(0, 4_999 * LayoutOptions.Standard.Row));
    }

    [Fact]
    public void The_places_of_a_drawing_with_everything() =>
        string.Join('\n', LayeredLayout.Of(Drawn.Of(Nodes, Edges)).Select(place => $"{place.Id}: {place.At.X}, {place.At.Y}"))
            .ShouldBeApproved("Places");

    private static Dictionary<string, Position> Places(SequenceDocument document, bool arrange = false) =>
        arrange
            ? LayeredLayout.Of(document).ToDictionary(place => place.Id, place => place.At)
            : document.Nodes.All(node => node.At == default)
            ? Places(document, true)
            : document.Nodes.ToDictionary(node => node.Id, node => node.At);

    private static void NothingOverlaps(SequenceDocument document)
    {
        var boxes = document.Nodes.Select(node => (node.Id, Box: LayoutOptions.Standard.BoxOf(node))).ToArray();
        for (var i = 0; i < boxes.Length; i++)
            for (var j = 0; j < i; j++)
                boxes[i].Box.Overlaps(boxes[j].Box).ShouldBeFalse($"{boxes[i]} lies over {boxes[j]}");
    }
}
