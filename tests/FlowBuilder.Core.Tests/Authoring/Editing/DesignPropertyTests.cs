using CsCheck;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Tests.Authoring.Editing;

/// <summary>What holds for every drawing and every series of edits. A failing run prints its seed.</summary>
public sealed class DesignPropertyTests
{
    private static readonly Gen<(SequenceDocument Document, int Seed, int Edits)> Works =
        Gen.Select(
            Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int, Gen.Int[1, 40],
            (document, seed, edits) => (document, seed, edits));

    [Fact]
    public void Undoing_all_gives_back_the_first_document_and_redoing_all_the_last() =>
        Works.Sample(
            work =>
            {
                var (session, first) = Begin(work.Document);
                Edit(session, work.Seed, work.Edits);
                var last = session.Document;
                while (session.History.Done.Count > 0) session.Undo().ShouldBeOfType<DesignResult.Done>();
                session.Document.ShouldBeSameAs(first);
                while (session.History.Undone.Count > 0) session.Redo().ShouldBeOfType<DesignResult.Done>();
                session.Document.ShouldBeSameAs(last);
            },
            iter: 400);

    [Fact]
    public void Every_document_on_the_way_is_a_legal_draft() =>
        Works.Sample(
            work =>
            {
                var (session, first) = Begin(work.Document);
                IsLegal(first);
                Edit(session, work.Seed, work.Edits, (_, _, _) => IsLegal(session.Document));
            },
            iter: 300);

    [Fact]
    public void What_is_refused_changes_nothing_and_says_why() =>
        Works.Sample(
            work =>
            {
                var (session, _) = Begin(work.Document);
                Edit(session, work.Seed, work.Edits, (before, revision, result) =>
                {
                    if (result is not DesignResult.Refused refused) return;
                    session.Document.ShouldBeSameAs(before);
                    session.Revision.ShouldBe(revision);
                    refused.Because.ShouldEndWith(".");
                    char.IsUpper(refused.Because.TrimStart('“')[0]).ShouldBeTrue(refused.Because);
                });
            },
            iter: 300);

    [Fact]
    public void A_node_id_is_never_given_twice_even_after_undoing() =>
        Works.Sample(
            work =>
            {
                var (session, first) = Begin(work.Document);
                var ever = first.Nodes.Select(node => node.Id).ToHashSet();
                var commands = new RandomCommands(work.Seed);
                for (var i = 0; i < work.Edits; i++)
                {
                    var undone = commands.Next(4) == 0;
                    var before = session.Document.Nodes.Select(node => node.Id).ToHashSet();
                    if (undone) session.Undo();
                    else session.Run(commands.On(session.Document));
                    foreach (var id in session.Document.Nodes.Select(node => node.Id).Where(id => !before.Contains(id)))
                    {
                        if (!undone) ever.Add(id).ShouldBeTrue($"{id} was given again");
                        NodeIds.IsGood(id).ShouldBeTrue(id);
                    }
                }
            },
            iter: 400);

    [Fact]
    public void Every_kind_of_edit_is_done_and_not_only_refused()
    {
        var done = new HashSet<Type>();
        for (var seed = 0; seed < 150; seed++)
        {
            var session = new DesignSession(Drawn.Read(Drawn.Example), Drawn.Steps);
            var commands = new RandomCommands(seed);
            for (var i = 0; i < 40; i++)
            {
                var command = commands.On(session.Document);
                var before = session.Revision;
                session.Run(command);
                if (session.Revision > before) done.Add(command.GetType());
            }
        }

        var all = typeof(DesignCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DesignCommand)));
        all.Where(type => !done.Contains(type)).Select(type => type.Name).ShouldBe(["ReplaceDocument"]);
    }

    [Fact]
    public void The_same_edits_give_the_same_document() =>
        Works.Sample(
            work =>
            {
                var (one, _) = Begin(work.Document);
                var (other, _) = Begin(work.Document);
                Edit(one, work.Seed, work.Edits);
                Edit(other, work.Seed, work.Edits);
                Drawn.Json.Write(other.Document).ShouldBe(Drawn.Json.Write(one.Document));
            },
            iter: 100);

    [Fact]
    public void Edits_never_draw_what_the_compiler_calls_a_wrong_connection() =>
        Gen.Select(RandomDrawings.Sound, Gen.Int, Gen.Int[1, 40]).Sample(
            (document, seed, edits) =>
            {
                var (session, _) = Begin(document);
                Edit(session, seed, edits);
                Drawn.Compiler.Compile(session.Document).Diagnostics.Select(found => found.Code)
                    .ShouldNotContain(
                        code => code == "dangling-edge"
                            || code == "ill-typed-edge"
                            || code == "two-edges-from-port"
                            || code == "note-with-edges"
                            || code == "wrong-port"
                            || code == "and-or-behind-action"
                            || code == "flow-into-stop-chain"
                            || code == "stop-chain-into-flow"
                            || code == "entry-cycle"
                            || code == "bad-id"
                            || code == "duplicate-id");
            },
            iter: 300);

    internal static (DesignSession Session, SequenceDocument First) Begin(SequenceDocument document)
    {
        var session = new DesignSession(document, Drawn.Steps);
        return (session, session.Document);
    }

    internal static void Edit(DesignSession session, int seed, int edits, Action<SequenceDocument, long, DesignResult>? look = null)
    {
        var commands = new RandomCommands(seed);
        for (var i = 0; i < edits; i++)
        {
            var (before, revision) = (session.Document, session.Revision);
            look?.Invoke(before, revision, session.Run(commands.On(before)));
            if (look is null) session.Run(commands.On(session.Document));
        }
    }

    internal static void IsLegal(SequenceDocument document)
    {
        var ids = document.Nodes.Select(node => node.Id).ToArray();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => NodeIds.IsGood(id));
        document.Edges.ShouldBeUnique();
        document.Edges.ShouldAllBe(edge => ids.Contains(edge.From) && ids.Contains(edge.To));
        var text = Drawn.Json.Write(document);
        Drawn.Json.Write(Drawn.Read(text)).ShouldBe(text);
    }
}
