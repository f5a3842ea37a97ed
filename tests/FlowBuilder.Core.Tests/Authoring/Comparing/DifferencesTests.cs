using CsCheck;
using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Places;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Tests.Authoring.Editing;

namespace FlowBuilder.Core.Tests.Authoring.Comparing;

public sealed class DifferencesTests
{
    private const string Chain =
        "t trigger estimate-sent\na action add-tag tag=a\nw wait wait-for duration=P2D\nb action email-customer template=hello\ns stopWhen "
            + "{\"any\":[{\"type\":\"has-tag\",\"tag\":\"x\"}]}\nr stopWhen {\"any\":[{\"type\":\"has-tag\",\"tag\":\"y\"}]}";

    private static readonly SequenceDocument Base = Drawn.Of(Chain, "t>a a>w w>b");

    [Fact]
    public void Whatever_changes_what_the_sequence_does_is_mentioned() =>
        Gen.Select(RandomDrawings.Sound, Gen.Int, Gen.Int[1, 6]).Sample(
            (document, seed, edits) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                DesignPropertyTests.Edit(session, seed, edits);
                var differences = Differences.Of(document, session.Document, Drawn.Steps);
                differences.ShouldAllBe(difference => difference.Sentence.EndsWith('.') && !char.IsLower(difference.Sentence[0]));
                var (before, after) = (Drawn.Compiler.Compile(document).Plan!, Drawn.Compiler.Compile(session.Document).Plan);
                if (after is null || before.Hash == after.Hash) return;
                differences.ShouldNotBeEmpty();
            },
            iter: 250);

    [Fact]
    public void Moving_and_saving_again_are_no_difference() =>
        Gen.Select(Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int).Sample(
            (document, seed) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                var before = session.Document;
                session.Run(new AutoLayout());
                session.Run(new MoveBy([.. session.Document.Nodes.Select(node => node.Id)], seed % 100, 5));
                Differences.Of(before, Drawn.Read(Drawn.Json.Write(session.Document)), Drawn.Steps).ShouldBeEmpty();
            },
            iter: 300);

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_difference_is_said_in_words(DesignCommand command, string sentences)
    {
        var session = new DesignSession(Base, Drawn.Steps);
        session.Run(command).ShouldBeOfType<DesignResult.Done>();
        string.Join('\n', Differences.Of(Base, session.Document, Drawn.Steps).Select(difference => difference.Sentence))
            .ShouldBe(sentences);
    }

    public static TheoryData<DesignCommand, string> Edits => new()
    {
        { new ChangeSetting("w", "duration", "\"P3D\""), "“wait 2 days” is now “wait 3 days”." },
        {
            new ChangeSetting("b", "onFailure", "\"stop\""),
            "In “email “hello” to the customer”: “If it cannot be sent” is now “stop” (was “continue”)."
        },
        {
            new AddAfter(Palette.Of(Drawn.Steps).Find(NodeKind.Action, "add-note")!.Content, "a"),
            "Added “add the note (not yet written)” after “add the tag “a””."
        },
        { new Delete(["w"], Bridge: true), "Removed “wait 2 days”." },
        {
            new Delete(["w"]),
            "Removed “wait 2 days”.\nNothing follows “add the tag “a”” anymore (before: “email “hello” to the customer”)."
        },
        { new Connect("a", "out", "b"), "After “add the tag “a”” now comes “email “hello” to the customer” (before: “wait 2 days”)." },
        {
            new Relocate("b", "w"),
            "After “add the tag “a”” now comes “email “hello” to the customer” (before: “wait 2 days”).\nNothing follows “wait 2 days” "
                + "anymore (before: “email “hello” to the customer”).\nAfter “email “hello” to the customer” now comes “wait 2 days” "
                + "(before: nothing)."
        },
        { new Retitle("Nudge"), "The title is now “Nudge” (was “Test”)." },
        {
            new ChangeSettings(
                "x", new SequenceSettings { ReviewBeforeExecution = true, ReEntry = new ReEntry.Never(), Labels = ["sales"] }),
            "“Review Before Execution” is now on: a person approves before anything is done.\nRe-entry: A customer goes through this only "
                + "once (once for each estimate, invoice, visit... it is about).\nIt now has the label “sales”."
        },
        {
            new Reorder("r", "s"),
            "The order of the triggers or Stop Whens has changed: where several could apply, a different one now comes first."
        },
        { new AddNode(new NodeContent(NodeKind.Note, Text: "Ask Tom"), default), "Added the note “Ask Tom”." },
    };
}
