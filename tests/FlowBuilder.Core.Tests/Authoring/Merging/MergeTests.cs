using CsCheck;
using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Tests.Authoring.Editing;

namespace FlowBuilder.Core.Tests.Authoring.Merging;

public sealed class MergeTests
{
    private const string Chain =
        "t trigger estimate-sent\na action add-tag tag=a\nw wait wait-for duration=P2D\nb action email-customer template=hello";

    private static readonly SequenceDocument Base = Drawn.Of(Chain, "t>a a>w w>b");

    private static readonly Gen<(SequenceDocument From, SequenceDocument Mine, SequenceDocument Theirs)> Works =
        Gen.Select(RandomDrawings.Sound, Gen.Int, Gen.Int, Gen.Int[0, 8], Gen.Int[0, 8]).Select((document, one, other, mine, theirs) =>
        {
            var from = new DesignSession(document, Drawn.Steps).Document;
            return (from, Edited(from, "m", one, mine), Edited(from, "t", other, theirs));
        });

    [Fact]
    public void Whoever_worked_alone_gets_just_what_was_made() =>
        Works.Sample(
            work =>
            {
                var again = Drawn.Read(Drawn.Json.Write(work.From));
                IsSame(Merged(work.From, work.Mine, again), work.Mine);
                IsSame(Merged(work.From, again, work.Theirs), work.Theirs);
                IsSame(Merged(work.From, work.Mine, Drawn.Read(Drawn.Json.Write(work.Mine))), work.Mine);
            },
            iter: 300);

    [Fact]
    public void Both_see_the_same_conflicts_and_without_any_get_the_same_sequence() =>
        Works.Sample(
            work =>
            {
                var one = DesignMerge.Of(work.From, work.Mine, work.Theirs, Drawn.Steps);
                var other = DesignMerge.Of(work.From, work.Theirs, work.Mine, Drawn.Steps);
                one.Conflicts.Select(conflict => conflict.Node).Order().ShouldBe(other.Conflicts.Select(conflict => conflict.Node).Order());
                (one.Document is null).ShouldBe(one.Conflicts.Length > 0);
                if (one.Document is null) return;
                DesignPropertyTests.IsLegal(one.Document);
                IsSame(one.Document, other.Document!, places: false);
            },
            iter: 300);

    [Fact]
    public void Decided_conflicts_give_a_legal_draft_and_lose_nothing_the_other_side_added() =>
        Works.Sample(
            work =>
            {
                foreach (var side in Enum.GetValues<MergeSide>())
                {
                    var merged = DesignMerge.Of(work.From, work.Mine, work.Theirs, Drawn.Steps, decide: side).Document.ShouldNotBeNull();
                    DesignPropertyTests.IsLegal(merged);
                    var before = work.From.Nodes.Select(node => node.Id).ToHashSet();
                    work.Mine.Nodes
                        .Concat(work.Theirs.Nodes)
                        .Select(node => node.Id)
                        .Where(id => !before.Contains(id))
                        .ShouldBeSubsetOf(merged.Nodes.Select(node => node.Id));
                }
            },
            iter: 150);

    [Fact]
    public void Settings_changed_on_different_nodes_are_both_kept() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 8], Gen.Bool).Sample((mine, theirs, alsoMoves) =>
        {
            var one = Edited(
                new ChangeSetting("w", "duration", $"\"P{mine + 2}D\""), new Retitle("Mine"), new MoveBy([alsoMoves ? "b" : "w"], 10, 10));
            var other = Edited(new ChangeSetting("a", "tag", $"\"tag-{theirs}\""), new Describe("Theirs"), new MoveBy(["b"], 99, 99));
            var merged = Merged(Base, one, other);
            Written(merged).ShouldContain($"P{mine + 2}D");
            Written(merged).ShouldContain($"tag-{theirs}");
            (merged.Title, merged.Description).ShouldBe(("Mine", "Theirs"));
        });

    [Fact]
    public void Two_settings_of_one_step_are_both_kept()
    {
        var merged = Merged(
            Base, Edited(new ChangeSetting("b", "template", "\"mine\"")), Edited(new ChangeSetting("b", "onFailure", "\"stop\"")));
        Written(merged).ShouldContain("\"template\":\"mine\",\"onFailure\":\"stop\"");
    }

    [Fact]
    public void Steps_added_at_different_places_are_both_kept()
    {
        var merged = Merged(Base, Edited("m", new AddAfter(Note(), "t")), Edited("t", new AddAfter(Note(), "w")));
        merged.Edges
            .Select(edge => $"{edge.From}>{edge.To}")
            .ShouldBe(["t>action-m-1", "a>w", "action-m-1>a", "w>action-t-1", "action-t-1>b"], ignoreOrder: true);

        static NodeContent Note() => Palette.Of(Drawn.Steps).Find(NodeKind.Action, "add-note")!.Content;
    }

    [Theory]
    [MemberData(nameof(Quarrels))]
    public void What_both_changed_is_told_in_words(string name, DesignCommand mine, DesignCommand theirs, string sentence)
    {
        var merged = DesignMerge.Of(Base, Edited(mine), Edited(theirs), Drawn.Steps, "Tom");
        merged.Document.ShouldBeNull(name);
        merged.Conflicts.ShouldHaveSingleItem().Sentence.ShouldBe(sentence);
    }

    public static TheoryData<string, DesignCommand, DesignCommand, string> Quarrels => new()
    {
        { "deleted here", new Delete(["w"]), Wait("P3D"), "Tom changed “wait 2 days” to “wait 3 days” while you deleted it." },
        { "deleted there", Wait("P4D"), new Delete(["w"]), "Tom deleted “wait 2 days” while you changed it to “wait 4 days”." },
        { "both changed", Wait("P4D"), Wait("P3D"), "Tom changed “wait 2 days” to “wait 3 days” while you changed it to “wait 4 days”." },
        {
            "one field", new ChangeSetting("b", "onFailure", "\"stop\""), new Retype("b", NodeKind.Action, "add-note"),
            "Tom and you both changed “email “hello” to the customer”."
        },
        { "title", new Retitle("Mine"), new Retitle("Theirs"), "Tom and you both changed the title." },
        {
            "one port", new Connect("a", "out", "b"), new Disconnect(new Edge("a", null, "w")),
            "Tom and you both changed what follows “add the tag “a””."
        },
        {
            "drawn to what is gone", new Delete(["b"]), new Connect("a", "out", "b"),
            "Tom connected “add the tag “a”” with “email “hello” to the customer” while you deleted “email “hello” to the customer”."
        },
    };

    [Fact]
    public void What_somebody_else_saved_is_taken_in_and_ones_own_edits_can_still_be_undone()
    {
        var session = new DesignSession(Base, Drawn.Steps, "m");
        session.Run(Wait("P5D"));
        session.Run(new Retitle("Mine"));
        session.TakeIn(Base, Edited(new ChangeSetting("a", "tag", "\"theirs\"")), "Tom").Conflicts.ShouldBeEmpty();
        session.Undo().ShouldBeOfType<DesignResult.Done>();
        session.Undo().ShouldBeOfType<DesignResult.Done>();
        session.Document.Title.ShouldBe("Test");
        Written(session.Document).ShouldContain("\"tag\":\"theirs\"");
        Written(session.Document).ShouldContain("\"duration\":\"P2D\"");
        session.Redo().ShouldBeOfType<DesignResult.Done>();
        Written(session.Document).ShouldContain("\"duration\":\"P5D\"");
        Written(session.Document).ShouldContain("\"tag\":\"theirs\"");
    }

    [Fact]
    public void An_edit_that_somebody_else_went_on_from_is_not_undone_over_their_head()
    {
        var session = new DesignSession(Base, Drawn.Steps);
        session.Run(Wait("P5D"));
        var saved = session.Document;
        var theirs = new DesignSession(saved, Drawn.Steps, "t");
        theirs.Run(Wait("P6D"));
        session.TakeIn(saved, theirs.Document, "Tom").Conflicts.ShouldBeEmpty();
        session.Undo().ShouldBeOfType<DesignResult.Refused>().Because.ShouldContain("cannot be undone");
        Written(session.Document).ShouldContain("P6D");
    }

    [Fact]
    public void A_conflict_changes_nothing_until_it_is_decided()
    {
        var session = new DesignSession(Base, Drawn.Steps);
        session.Run(Wait("P5D"));
        var mine = session.Document;
        var theirs = Edited(Wait("P6D"));
        session.TakeIn(Base, theirs, "Tom").Document.ShouldBeNull();
        session.Document.ShouldBeSameAs(mine);
        session.TakeIn(Base, theirs, "Tom", MergeSide.Theirs).Conflicts.Length.ShouldBe(1);
        Written(session.Document).ShouldContain("P6D");
    }

    [Fact]
    public void Labels_of_both_are_kept()
    {
        var first = Base with { Settings = Base.Settings with { Labels = ["a", "b"] } };
        SequenceDocument With(params string[] labels) => first with { Settings = first.Settings with { Labels = [.. labels] } };
        Merged(first, With("a", "b", "mine"), With("b", "theirs")).Settings.Labels.ShouldBe(["b", "mine", "theirs"]);
    }

    private static ChangeSetting Wait(string duration) => new("w", "duration", $"\"{duration}\"");

    private static SequenceDocument Edited(params DesignCommand[] commands) => Edited("", commands);

    private static SequenceDocument Edited(string salt, params DesignCommand[] commands)
    {
        var session = new DesignSession(Base, Drawn.Steps, salt);
        foreach (var command in commands) session.Run(command).ShouldBeOfType<DesignResult.Done>();
        return session.Document;
    }

    private static SequenceDocument Edited(SequenceDocument from, string salt, int seed, int edits)
    {
        var session = new DesignSession(from, Drawn.Steps, salt);
        DesignPropertyTests.Edit(session, seed, edits);
        return session.Document;
    }

    private static SequenceDocument Merged(SequenceDocument from, SequenceDocument mine, SequenceDocument theirs)
    {
        var merged = DesignMerge.Of(from, mine, theirs, Drawn.Steps);
        return merged.Document ?? throw new InvalidOperationException(string.Join('\n', merged.Conflicts));
    }

    private static string Written(SequenceDocument document) => Drawn.Json.Write(document);

    /// <summary>The same sequence; the order of edges means nothing.</summary>
    private static void IsSame(SequenceDocument one, SequenceDocument other, bool places = true)
    {
        Lines(one, places).Except(Lines(other, places)).ShouldBeEmpty();
        Lines(other, places).Except(Lines(one, places)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(SequenceDocument document, bool places) =>
    [
        Written(
            document with
            {
                Nodes = [], Edges = [], Settings = document.Settings with { Labels = [.. document.Settings.Labels.Distinct().Order()] }
            }),
        .. document.Nodes.Select(node => Written(new SequenceDocument { Nodes = [places ? node : node with { At = default }] })),
        .. document.Edges.Select(edge => $"{edge.From}:{edge.Port ?? "out"}>{edge.To}"),
    ];
}
