using CsCheck;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Fixing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Tests.Authoring.Editing;

namespace FlowBuilder.Core.Tests.Authoring.Fixing;

public sealed class FixesTests
{
    private static readonly CompileContext Around = new()
    {
        Tags = ["vip", "win-back"], Templates = new Dictionary<string, string> { ["estimate-reminder"] = "Estimate reminder" }
    };

    [Fact]
    public void Every_fix_offered_can_be_done_mends_its_finding_and_is_one_undo() =>
        Gen.Select(Gen.OneOf(RandomDrawings.Sound, RandomDrawings.Hostile), Gen.Int, Gen.Int[0, 20]).Sample(
            (document, seed, edits) =>
            {
                var session = new DesignSession(document, Drawn.Steps);
                DesignPropertyTests.Edit(session, seed, edits);
                var before = session.Document;
                foreach (var finding in Look(before))
                    foreach (var fix in Fixes.Of(before, finding, Drawn.Steps))
                    {
                        session.Run(fix.Command).ShouldBeOfType<DesignResult.Done>($"{finding.Code}: {fix.Word}");
                        Look(session.Document)
                            .Count(other => Same(other, finding))
                            .ShouldBeLessThan(Look(before).Count(other => Same(other, finding)), $"{finding.Code}: {fix.Word}");
                        session.Undo().ShouldBeOfType<DesignResult.Done>();
                        Drawn.Json.Write(session.Document).ShouldBe(Drawn.Json.Write(before));
                    }
            },
            iter: 150);

    [Fact]
    public void A_loose_step_is_connected_where_there_is_only_one_open_way()
    {
        var document = Drawn.Of("t trigger manual\na action add-tag tag=a\nb action add-tag tag=b", "t>a");
        var fixes = Fixes.Of(document, Finding(document, "unreachable-node", "b"), Drawn.Steps);
        fixes.Select(fix => fix.Word).ShouldBe(["Connect it after “add the tag “a””", "Delete this step"]);
        Edges(document, fixes[0]).ShouldBe(["t>a", "a>b"]);
    }

    [Fact]
    public void With_two_open_ways_nobody_guesses()
    {
        var document = Drawn.Of("t trigger manual\ni if {\"all\":[{\"type\":\"has-tag\",\"tag\":\"a\"}]}\nb action add-tag tag=b", "t>i");
        Fixes.Of(document, Finding(document, "unreachable-node", "b"), Drawn.Steps).Select(fix => fix.Word).ShouldBe(["Delete this step"]);
    }

    [Fact]
    public void A_trigger_that_leads_nowhere_is_connected_with_the_only_loose_step()
    {
        var document = Drawn.Of("t trigger manual\na action add-tag tag=a\nb action add-tag tag=b", "a>b");
        Edges(document, Fixes.Of(document, Finding(document, "leads-nowhere", "t"), Drawn.Steps).ShouldHaveSingleItem())
            .ShouldBe(["a>b", "t>a"]);
    }

    [Fact]
    public void A_gate_that_changes_nothing_is_deleted_and_its_neighbours_stay_together()
    {
        var document = Drawn.Of("t trigger manual\nand and\na action add-tag tag=a", "t>and and>a");
        Edges(document, Fixes.Of(document, Finding(document, "empty-and", "and"), Drawn.Steps).ShouldHaveSingleItem()).ShouldBe(["t>a"]);
    }

    [Fact]
    public void A_limit_that_cannot_be_is_set_to_its_default()
    {
        var document = Drawn.Of("t trigger manual\na action add-tag tag=a", "t>a", """{"maxPasses":5000}""");
        Fixed(
            document,
            Fixes.Of(document, Finding(document, "pass-limit", null), Drawn.Steps).ShouldHaveSingleItem()).Settings.MaxPasses.ShouldBe(10);
    }

    [Fact]
    public void A_tag_that_looks_like_one_customers_have_is_spelled_like_it_everywhere()
    {
        var document = Drawn.Of(
            "t trigger tag-added tag=V.I.P.\nand and {\"none\":[{\"all\":[{\"type\":\"has-tag\",\"tag\":\"winback\"}]}]}\na action add-tag "
                + "tag=winback\nb action add-tag tag=other",
            "t>and and>a a>b");
        Look(document).Where(finding => finding.Code == "near-duplicate-tag").Select(finding => finding.Node).ShouldBe(["t", "and", "a"]);
        var fixedOne =
            Fixed(document, Fixes.Of(document, Finding(document, "near-duplicate-tag", "a"), Drawn.Steps).ShouldHaveSingleItem());
        var text = Drawn.Json.Write(fixedOne);
        text.ShouldNotContain("winback");
        text.ShouldContain("V.I.P.");
        Look(fixedOne).ShouldNotContain(finding => finding.Code == "near-duplicate-tag" && finding.Node != "t");
    }

    [Fact]
    public void Tags_are_spoken_of_only_where_it_is_known_which_there_are()
    {
        var document = Drawn.Of("t trigger tag-added tag=V.I.P.\na action add-tag tag=vip", "t>a");
        Drawn.Compiler.Compile(document).Diagnostics.ShouldNotContain(finding => finding.Code == "near-duplicate-tag");
        Look(document).ShouldContain(finding => finding.Code == "near-duplicate-tag" && finding.Severity == Severity.Warning);
    }

    private static IEnumerable<Diagnostic> Look(SequenceDocument document) => Drawn.Compiler.Compile(document, Around).Diagnostics;

    private static bool Same(Diagnostic one, Diagnostic other) =>
        one.Code == other.Code && one.Node == other.Node && one.Message == other.Message;

    private static Diagnostic Finding(SequenceDocument document, string code, string? node) =>
        Look(document).First(finding => finding.Code == code && finding.Node == node);

    private static SequenceDocument Fixed(SequenceDocument document, DesignFix fix)
    {
        var session = new DesignSession(document, Drawn.Steps);
        session.Run(fix.Command).ShouldBeOfType<DesignResult.Done>();
        session.History.Done.Count.ShouldBe(1);
        return session.Document;
    }

    private static IEnumerable<string> Edges(SequenceDocument document, DesignFix fix) =>
        Fixed(document, fix).Edges.Select(edge => $"{edge.From}>{edge.To}");
}
