using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Tests.Authoring.Commands;

public sealed class CommandTests
{
    private const string Chain = "t trigger estimate-sent\na action add-tag tag=a\nw wait wait-for duration=P2D\nb action add-tag tag=b";

    private static readonly Palette Palette = Palette.Of(Drawn.Steps);

    [Fact]
    public void A_node_put_on_an_edge_splits_it_and_the_others_make_room()
    {
        var session = Session(Chain, "t>a a>w w>b");
        session.Run(new AutoLayout());
        Done(session, new InsertOnEdge(Content(NodeKind.Wait, "wait-for"), new Edge("a", null, "w"))).Title.ShouldStartWith("Added “wait");
        Edges(session).ShouldBe(["t>a", "a>wait-1", "w>b", "wait-1>w"]);
        At(session, "wait-1").ShouldBe(At(session, "a") with { Y = At(session, "a").Y + LayoutOptions.Standard.Row });
        At(session, "w").Y.ShouldBe(At(session, "wait-1").Y + LayoutOptions.Standard.Row);
        At(session, "b").Y.ShouldBe(At(session, "w").Y + LayoutOptions.Standard.Row);
    }

    [Fact]
    public void What_followed_goes_on_by_the_first_way_of_a_node_with_several()
    {
        var session = Session(Chain, "t>a a>w w>b");
        Done(session, new AddAfter(Content(NodeKind.Split, "split"), "a"));
        Edges(session).ShouldBe(["t>a", "a>split-1", "w>b", "split-1:a>w"]);
    }

    [Fact]
    public void Connecting_a_port_that_is_in_use_moves_its_edge_in_one_undo()
    {
        var session = Session(Chain, "t>a a>w");
        Done(session, new Connect("a", "out", "b"));
        Edges(session).ShouldBe(["t>a", "a>b"]);
        session.Undo();
        Edges(session).ShouldBe(["t>a", "a>w"]);
    }

    [Fact]
    public void An_edge_is_taken_by_either_end()
    {
        var session = Session(Chain, "t>a a>w");
        Done(session, new Reconnect(new Edge("a", null, "w"), "a", "out", "b"));
        Edges(session).ShouldBe(["t>a", "a>b"]);
        Done(session, new Reconnect(new Edge("a", null, "b"), "w", "out", "b"));
        Edges(session).ShouldBe(["t>a", "w>b"]);
        session.Run(new Reconnect(new Edge("a", null, "w"), "w", "out", "b"))
            .ShouldBe(new DesignResult.Refused("This connection no longer exists."));
    }

    [Fact]
    public void A_deleted_step_in_a_chain_leaves_its_neighbours_connected_when_asked()
    {
        var session = Session(Chain, "t>a a>w w>b");
        Done(session, new Delete(["a", "w"], Bridge: true)).Title.ShouldBe("Deleted 2 steps");
        Edges(session).ShouldBe(["t>b"]);
        session.Undo();
        Done(session, new Delete(["w"]));
        Edges(session).ShouldBe(["t>a"]);
    }

    [Fact]
    public void A_condition_on_a_deleted_step_asks_for_a_step_again()
    {
        var session = Session(
            "m action email-customer template=hello\ni if {\"all\":[{\"type\":\"message-state\",\"step\":\"m\",\"state\":\"opened\"}]}",
            "m>i");
        Done(session, new Delete(["m"]));
        Drawn.Json.Write(session.Document).ShouldNotContain("\"m\"");
        Drawn.Compiler.Compile(session.Document).Diagnostics.ShouldContain(found => found.Code == "missing-setting" && found.Node == "i");
    }

    [Fact]
    public void A_pasted_condition_names_the_pasted_step()
    {
        var session = Session(
            "m action email-customer template=hello\ni if {\"all\":[{\"type\":\"message-state\",\"step\":\"m\",\"state\":\"opened\"}]}\nz "
                + "action add-tag tag=z",
            "m>i i:yes>z");
        var copied = Fragment.Read(Fragment.ToText(Fragment.Of(session.Document, ["m", "i"]), Drawn.Steps), Drawn.Steps).ShouldNotBeNull();
        Done(session, new Paste(copied, new Position(500, 500))).Nodes.ShouldBe(["action-1", "if-2"]);
        Edges(session).ShouldBe(["m>i", "i:yes>z", "action-1>if-2"]);
        Drawn.Json.Write(Fragment.Of(session.Document, ["if-2"])).ShouldContain("\"step\":\"action-1\"");
        At(session, "action-1").ShouldBe(new Position(500, 500));
        var other = Session("t trigger manual", "");
        Done(other, new Paste(Fragment.Of(session.Document, ["i"])));
        Drawn.Json.Write(other.Document).ShouldNotContain("\"step\":\"m\"");
    }

    [Fact]
    public void Typing_in_one_field_is_one_undo_and_the_next_field_another()
    {
        var session = Session(Chain, "t>a a>w w>b");
        session.Run(new ChangeSetting("a", "tag", "\"v\""), "focus-1");
        session.Run(new ChangeSetting("a", "tag", "\"vi\""), "focus-1");
        session.Run(new ChangeSetting("a", "tag", "\"vip\""), "focus-1");
        session.Run(new ChangeSetting("b", "tag", "\"x\""), "focus-2");
        session.History.Done
            .Select(entry => entry.Title)
            .ShouldBe(["Changed “Tag” of “add the tag “a””", "Changed “Tag” of “add the tag “b””"]);
        session.Undo();
        session.Undo();
        Drawn.Json.Write(session.Document).ShouldBe(Drawn.Json.Write(Session(Chain, "t>a a>w w>b").Document));
        session.Run(new ChangeSetting("a", "tag", "\"1\""), "focus-3");
        session.EndGesture();
        session.Run(new ChangeSetting("a", "tag", "\"2\""), "focus-3");
        session.History.Done.Count.ShouldBe(2);
    }

    [Fact]
    public void Edges_follow_a_renamed_way_and_go_with_one_that_is_gone()
    {
        var session = Session(
            "s split [{\"port\":\"a\",\"weight\":1},{\"port\":\"b\",\"weight\":1}]\nx action add-tag tag=x\ny action add-tag tag=y",
            "s:a>x s:b>y");
        Done(session, new ChangeSetting("s", "ports", "[{\"port\":\"left\",\"weight\":1},{\"port\":\"b\",\"weight\":3}]"));
        Edges(session).ShouldBe(["s:left>x", "s:b>y"]);
        Done(
            session,
            new ChangeSetting(
                "s", "ports", "[{\"port\":\"left\",\"weight\":1},{\"port\":\"c\",\"weight\":1},{\"port\":\"d\",\"weight\":1}]"));
        Edges(session).ShouldBe(["s:left>x"]);
    }

    [Fact]
    public void Another_kind_of_step_keeps_what_fits()
    {
        var session = Session(Chain + "\ni if", "t>a a>i i:yes>w i:no>b");
        Done(session, new Retype("a", NodeKind.Action, "remove-tag")).Title.ShouldBe("Changed “add the tag “a”” to “remove the tag “a””");
        Done(session, new Retype("i", NodeKind.Action, "add-note"));
        Edges(session).ShouldBe(["t>a", "a>i", "i>w"]);
        session.Run(new Retype("i", NodeKind.StopAction, "add-note")).ShouldBeOfType<DesignResult.Refused>();
        session.Run(new Retype("i", NodeKind.Wait, "add-note")).ShouldBeOfType<DesignResult.Refused>();
    }

    [Fact]
    public void A_second_trigger_is_joined_by_an_OR()
    {
        var session = Session(Chain, "t>a");
        Done(session, new AddOtherTrigger(Content(NodeKind.Trigger, "visit-completed"), "t"));
        Edges(session).ShouldBe(["t>or-2", "or-2>a", "trigger-1>or-2"]);
        Done(session, new AddOtherTrigger(Content(NodeKind.Trigger, "invoice-paid"), "trigger-1"));
        session.Document.Nodes.Count(node => node.Kind == NodeKind.Or).ShouldBe(1);
        session.Document.Nodes
            .Where(node => node.Kind == NodeKind.Trigger)
            .Select(node => node.Id)
            .ShouldBe(["t", "trigger-1", "trigger-3"]);
    }

    [Fact]
    public void A_step_is_moved_to_another_place_in_the_chain()
    {
        var session = Session(Chain, "t>a a>w w>b");
        Done(session, new Relocate("b", "a"));
        Edges(session).ShouldBe(["t>b", "a>w", "b>a"], ignoreOrder: true);
        Done(session, new Relocate("b", "w", "out"));
        Edges(session).ShouldBe(["t>a", "a>w", "w>b"], ignoreOrder: true);
        session.Run(new Relocate("t", "w", "out")).ShouldBeOfType<DesignResult.Refused>();
    }

    [Fact]
    public void Steps_are_aligned_and_spaced_evenly()
    {
        var session = Session(Chain, "");
        session.Run(new MoveBy(["a"], 10, 100));
        session.Run(new MoveBy(["w"], 40, 500));
        Done(session, new Align(["t", "a", "w"], AlignTo.Left)).Title.ShouldBe("Aligned 3 steps");
        (At(session, "t").X, At(session, "a").X, At(session, "w").X).ShouldBe((0, 0, 0));
        Done(session, new Distribute(["t", "a", "w"], Across: false));
        (At(session, "t").Y, At(session, "a").Y, At(session, "w").Y).ShouldBe((0, 250, 500));
    }

    [Fact]
    public void The_sequence_itself_is_changed_with_undo()
    {
        var session = Session(Chain, "");
        Done(session, new Retitle("Estimate follow-up"));
        Done(session, new ChangeSettings("Review Before Execution", new SequenceSettings { ReviewBeforeExecution = true }));
        session.Run(new Retitle(new string('x', 201))).ShouldBe(new DesignResult.Refused("“Title” is longer than 200 characters."));
        session.History.Done.Select(entry => entry.Title).ShouldBe(["Changed the title", "Changed “Review Before Execution”"]);
        session.Undo();
        session.Document.Settings.ReviewBeforeExecution.ShouldBeFalse();
    }

    [Fact]
    public void What_changes_nothing_is_no_undo()
    {
        var session = Session(Chain, "t>a");
        session.Run(new MoveBy(["t"], 0, 0));
        session.Run(new Retitle("Test"));
        session.Run(new ChangeSetting("a", "tag", "\"a\""));
        session.Run(new Connect("t", "out", "a"));
        session.History.Done.ShouldBeEmpty();
        session.Revision.ShouldBe(0);
        session.Undo().ShouldBe(new DesignResult.Refused("There is nothing to undo."));
    }

    [Fact]
    public void At_most_500_edits_are_remembered()
    {
        var session = Session(Chain, "");
        for (var i = 0; i < 600; i++) session.Run(new MoveBy(["t"], 1, 0));
        session.History.Done.Count.ShouldBe(History.Most);
    }

    [Fact]
    public void A_document_from_elsewhere_is_made_a_legal_draft()
    {
        var twice = Drawn.Of("a action add-tag tag=x\na action add-tag tag=y\nä action add-tag tag=z", "a>ä a>nobody");
        var session = new DesignSession(twice, Drawn.Steps);
        session.Document.Nodes.Select(node => node.Id).ShouldBe(["a", "action-1", "action-2"]);
        Edges(session).ShouldBe(["a>action-2"]);
        var fine = Drawn.Read(Drawn.Example);
        new DesignSession(fine, Drawn.Steps).Document.ShouldBeSameAs(fine);
    }

    [Fact]
    public void A_salt_sets_the_ids_of_two_sessions_apart()
    {
        var (one, other) =
            (new DesignSession(new SequenceDocument(), Drawn.Steps, "x7"), new DesignSession(new SequenceDocument(), Drawn.Steps, "k2"));
        Done(one, new AddNode(Content(NodeKind.Note), default)).Nodes.ShouldBe(["note-x7-1"]);
        Done(other, new AddNode(Content(NodeKind.Note), default)).Nodes.ShouldBe(["note-k2-1"]);
    }

    private static DesignSession Session(string nodes, string edges) => new(Drawn.Of(nodes, edges), Drawn.Steps);

    private static NodeContent Content(NodeKind kind, string? type = null) => Palette.Find(kind, type)!.Content;

    private static DesignResult.Done Done(DesignSession session, DesignCommand command) =>
        session.Run(command) is DesignResult.Done done
            ? done
            : throw new InvalidOperationException(((DesignResult.Refused)session.Run(command)).Because);

    private static Position At(DesignSession session, string id) => session.Document.Nodes.Single(node => node.Id == id).At;

    private static IEnumerable<string> Edges(DesignSession session) =>
        session.Document.Edges.Select(edge => $"{edge.From}{(edge.Port is null ? "" : ":" + edge.Port)}>{edge.To}");
}
