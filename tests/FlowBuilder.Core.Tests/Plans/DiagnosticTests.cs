using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Tests.Plans;

public sealed class DiagnosticTests
{
    private const string Fine = """
        t trigger customer-added
        a action add-tag tag=x
        """;

    private const string Vip = """{"type":"has-tag","tag":"vip"}""";

    /// <summary>Code, severity, node, field, nodes, edges, settings of the sequence.</summary>
    public static TheoryData<string, Severity, string?, string?, string, string, string> Cases => new()
    {
        { "no-trigger", Severity.Error, null, null, "a action add-tag tag=x", "", "{}" },
        { "unreachable-node", Severity.Error, "b", null, Fine + "\nb action add-tag tag=y", "t>a", "{}" },
        { "unreachable-node", Severity.Error, "s", null, Fine + "\ns stopAction add-tag tag=y", "t>a", "{}" },
        { "dangling-edge", Severity.Error, "a", null, Fine, "t>a a>nowhere", "{}" },
        { "ill-typed-edge", Severity.Error, "t", null, Fine, "t>a a>t", "{}" },
        { "ill-typed-edge", Severity.Error, "s", null, Fine + $$"""{{"\n"}}s stopWhen {"any":[{{Vip}}]}""", "t>a a>s", "{}" },
        { "note-with-edges", Severity.Error, "n", null, Fine + "\nn note", "t>a a>n", "{}" },
        { "and-or-behind-action", Severity.Error, "and", null, Fine + $$"""{{"\n"}}and and {"all":[{{Vip}}]}""", "t>a a>and", "{}" },
        { "flow-into-stop-chain", Severity.Error, "s", null, Fine + "\ns stopAction add-tag tag=y", "t>a a>s", "{}" },
        { "stop-chain-into-flow", Severity.Error, "sw", null, Fine + $$"""{{"\n"}}sw stopWhen {"any":[{{Vip}}]}""", "t>a sw>a", "{}" },
        {
            "stop-chain-into-flow", Severity.Error, "sa", null,
            Fine + $$"""{{"\n"}}sw stopWhen {"any":[{{Vip}}]}{{"\n"}}sa stopAction add-tag tag=y""", "t>a sw>sa sa>a", "{}"
        },
        { "wrong-port", Severity.Error, "a", "port", Fine + "\nb action add-tag tag=y", "t>a a:yes>b", "{}" },
        { "wrong-port", Severity.Error, "i", "port", Fine + $$"""{{"\n"}}i if {"all":[{{Vip}}]}""", "t>i i>a", "{}" },
        { "two-edges-from-port", Severity.Error, "t", "port", Fine + "\nb action add-tag tag=y", "t>a t>b", "{}" },
        { "duplicate-id", Severity.Error, "a", "id", Fine + "\na action add-tag tag=y", "t>a", "{}" },
        { "bad-id", Severity.Error, "ä.1", "id", "t trigger customer-added\nä.1 action add-tag tag=x", "t>ä.1", "{}" },
        { "cycle-without-wait", Severity.Error, "a", null, Fine + "\nb action add-tag tag=y", "t>a a>b b>a", "{}" },
        { "cycle-without-wait", Severity.Error, "a", null, Fine + "\nw wait wait-until at=2026-05-01T09:00:00Z", "t>a a>w w>a", "{}" },
        {
            "cycle-without-wait", Severity.Error, "x", null,
            Fine + $$"""{{"\n"}}sw stopWhen {"any":[{{Vip}}]}{{"\n"}}x stopAction add-tag tag=y{{"\n"}}y stopAction add-tag tag=y""",
            "t>a sw>x x>y y>x", "{}"
        },
        { "pass-limit", Severity.Error, null, "settings.maxPasses", Fine, "t>a", """{"maxPasses":0}""" },
        { "pass-limit", Severity.Error, null, "settings.maxPasses", Fine, "t>a", """{"maxPasses":1001}""" },
        {
            "invalid-setting", Severity.Error, null, "settings.reEntry.days", Fine, "t>a", """{"reEntry":{"policy":"afterDays","days":0}}"""
        },
        { "missing-step", Severity.Error, "a", "step", "t trigger customer-added\na action", "t>a", "{}" },
        { "missing-setting", Severity.Error, "a", "tag", "t trigger customer-added\na action add-tag", "t>a", "{}" },
        {
            "missing-setting", Severity.Error, "and", "when.all[0].tag", Fine + $$"""{{"\n"}}and and {"all":[{"type":"has-tag"}]}""",
            "t>and and>a", "{}"
        },
        { "missing-setting", Severity.Error, "i", "when", Fine + "\ni if", "t>i i:yes>a", "{}" },
        { "missing-setting", Severity.Error, "s", "when", Fine + "\ns stopWhen", "t>a", "{}" },
        { "invalid-setting", Severity.Error, "w", "duration", Fine + "\nw wait wait-for duration=-P1D", "t>a a>w", "{}" },
        {
            "empty-and", Severity.Error, "and", null, Fine + $$"""{{"\n"}}b action add-tag tag=y{{"\n"}}and and {"all":[{{Vip}}]}""",
            "t>a and>b", "{}"
        },
        { "empty-and", Severity.Warning, "and", null, Fine + "\nand and", "t>and and>a", "{}" },
        { "empty-or", Severity.Error, "or", null, Fine + "\nor or", "t>a or>a", "{}" },
        { "empty-or", Severity.Warning, "or", null, Fine + "\nor or", "t>or or>a", "{}" },
        { "leads-nowhere", Severity.Error, "u", null, Fine + "\nu trigger manual", "t>a", "{}" },
        { "no-action", Severity.Warning, null, null, "t trigger customer-added\nw wait wait-for duration=P1D", "t>w", "{}" },
        { "entry-cycle", Severity.Error, "or", null, Fine + "\nor or\nand and", "t>or or>and and>or", "{}" },
        { "conditions-too-deep", Severity.Error, "and", "when", Fine + "\nand and " + Nested(6), "t>and and>a", "{}" },
        {
            "impossible-timing", Severity.Error, "w", "property", Fine + "\nw wait wait-until-date property=start_at shift=-P1D", "t>a a>w",
            "{}"
        },
        {
            "impossible-timing", Severity.Error, "w", "shift",
            "t trigger visit-started\nw wait wait-until-date property=start_at shift=-P1D\na action add-tag tag=x", "t>w w>a", "{}"
        },
        {
            "impossible-timing", Severity.Error, "w", "shift",
            "t trigger visit-completed\nw wait wait-until-date property=record.start_at shift=PT0S\na action add-tag tag=x", "t>w w>a", "{}"
        },
        {
            "impossible-timing", Severity.Error, "w", "shift",
            "t trigger visit-before lead=P1D\nw wait wait-until-date property=start_at shift=-P2D\na action add-tag tag=x", "t>w w>a", "{}"
        },
        {
            "impossible-timing", Severity.Error, "w", "shift",
            "t trigger visit-before lead=P1D\nv wait wait-for duration=P2D\nw wait wait-until-date property=start_at shift=PT0S\na action "
                + "add-tag tag=x",
            "t>v v>w w>a", "{}"
        },
        {
            "impossible-timing", Severity.Warning, "w", "shift",
            "t trigger visit-started\nu trigger visit-added\nw wait wait-until-date property=start_at shift=-P1D\na action add-tag tag=x",
            "t>w u>w w>a", "{}"
        },
        {
            "impossible-timing", Severity.Error, "w", "at",
            "t trigger at-time at=2026-06-01T09:00:00Z\nw wait wait-until at=2026-05-01T09:00:00Z\na action add-tag tag=x", "t>w w>a", "{}"
        },
        {
            "unusual-date", Severity.Warning, "w", "property",
            "t trigger estimate-sent\nw wait wait-until-date property=start_at shift=-P1D\na action add-tag tag=x", "t>w w>a", "{}"
        },
        { "passed-moment", Severity.Warning, "w", "at", Fine + "\nw wait wait-until at=2020-05-01T09:00:00Z", "t>a a>w", "{}" },
        { "passed-moment", Severity.Warning, "t", "at", "t trigger at-time at=2020-05-01T09:00:00Z\na action add-tag tag=x", "t>a", "{}" },
        {
            "no-record", Severity.Warning, "i", "when.all[0]",
            Fine + $$"""{{"\n"}}i if {"all":[{"type":"record-property","property":"total","op":"greater","value":500}]}""", "t>i i:yes>a",
            "{}"
        },
        {
            "stop-never-holds", Severity.Error, "s", "when",
            Fine + $$"""{{"\n"}}s stopWhen {"any":[{"type":"event-happened","event":"Invoice Paid","record":"same"}]}""", "t>a", "{}"
        },
        {
            "stop-never-holds", Severity.Error, "s", "when",
            Fine.Replace("customer-added", "estimate-sent", StringComparison.Ordinal)
                + $$"""{{"\n"}}s stopWhen {"any":[{"type":"event-happened","event":"Invoice Paid","record":"same"}]}""",
            "t>a", "{}"
        },
        {
            "stop-never-holds", Severity.Error, "s", "when",
            Fine + $$"""{{"\n"}}s stopWhen {"all":[{{Vip}},{"type":"has-tag","tag":"vip","not":true}]}""", "t>a", "{}"
        },
        {
            "stop-always-holds", Severity.Error, "s", "when",
            Fine + $$"""{{"\n"}}s stopWhen {"any":[{{Vip}},{"type":"has-tag","tag":"vip","not":true}]}""", "t>a", "{}"
        },
        {
            "stop-blocks-entry", Severity.Error, "s", "when",
            Fine + $$"""{{"\n"}}and and {"all":[{{Vip}}]}{{"\n"}}s stopWhen {"any":[{{Vip}}]}""", "t>and and>a", "{}"
        },
        {
            "unknown-template", Severity.Error, "m", "template", "t trigger customer-added\nm action email-customer template=missing",
            "t>m", "{}"
        },
        {
            "unknown-sequence", Severity.Error, "m", "sequence",
            "t trigger customer-added\nm action start-sequence sequence=7d5b3c52-0000-0000-0000-000000000000", "t>m", "{}"
        },
        { "unknown-person", Severity.Error, "m", null, "t trigger customer-added\nm action notify to=user:99 text=hello", "t>m", "{}" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_finding_names_its_node_and_field(
        string code, Severity severity, string? node, string? field, string nodes, string edges, string settings)
    {
        var surroundings = new CompileContext
        {
            Templates = new Dictionary<string, string> { ["welcome"] = "Welcome" },
            Sequences = new Dictionary<string, string>(),
            People = new Dictionary<string, string> { ["1"] = "owner@example.com" },
            Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        };
        var compilation = Drawn.Compiler.Compile(Drawn.Of(nodes, edges, settings), surroundings);
        compilation.Diagnostics
            .Select(found => (found.Code, found.Severity, found.Node, found.Field))
            .ShouldContain((code, severity, node, field));
        compilation.Diagnostics.ShouldAllBe(
            found => found.Message.Length > 20 && (found.Message.EndsWith('.') || found.Message.EndsWith(':')));
        (compilation.Plan is null).ShouldBe(compilation.Diagnostics.Any(found => found.Severity == Severity.Error));
    }

    [Fact]
    public void A_sound_drawing_has_no_findings() => Drawn.Compiler.Compile(Drawn.Read(Drawn.Example)).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_title_is_needed() =>
        Drawn.Compiler
            .Compile(Drawn.Read(Drawn.Example) with { Title = " " }).Diagnostics
            .ShouldContain(found => found.Code == "missing-setting" && found.Field == "title");

    [Fact]
    public void A_step_that_cannot_stand_on_its_node_is_refused()
    {
        var document = Drawn.Read(Drawn.Example);
        var trigger = document.Nodes[0].Step;
        var wrong = document with { Nodes = [.. document.Nodes.Select(node => node.Id == "mail" ? node with { Step = trigger } : node)] };
        Drawn.Compiler.Compile(wrong).Diagnostics.ShouldContain(found => found.Code == "wrong-step" && found.Node == "mail");
    }

    [Fact]
    public void Conditions_nested_without_end_are_refused_and_not_followed()
    {
        Condition nested = new ConditionGroup { Combine = Combination.All };
        for (var i = 0; i < 20_000; i++) nested = new ConditionGroup { Combine = Combination.All, Members = [nested] };
        var document = Drawn.Of("t trigger customer-added\nand and\na action add-tag tag=x", "t>and and>a");
        document = document with
        {
            Nodes = [.. document.Nodes.Select(node => node.Kind == NodeKind.And ? node with { When = (ConditionGroup)nested } : node)]
        };
        Drawn.Compiler.Compile(document).Diagnostics.ShouldContain(found => found.Code == "conditions-too-deep");
    }

    [Fact]
    public void What_surrounds_a_drawing_is_not_judged_where_it_is_not_known() =>
        Drawn.Compiler
            .Compile(Drawn.Of("t trigger customer-added\nm action email-customer template=missing", "t>m")).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_key_that_differs_only_by_case_has_a_certain_fix()
    {
        var surroundings = new CompileContext { Templates = new Dictionary<string, string> { ["Welcome"] = "Welcome" } };
        Drawn.Compiler.Compile(Drawn.Of("t trigger customer-added\nm action email-customer template=welcome", "t>m"), surroundings)
            .Diagnostics.ShouldHaveSingleItem().Fix.ShouldBe("Welcome");
    }

    [Fact]
    public void A_foreign_sequence_is_bound_by_its_title_and_the_hash_keeps_the_token()
    {
        const string Foreign = "7d5b3c52-1111-2222-3333-444455556666";
        var document = Drawn.Of($"t trigger customer-added\nm action start-sequence sequence={Foreign}", "t>m");
        var imported = document with { References = document.References.Add(Foreign, "Win-back") };
        var compilation =
            Drawn.Compiler.Compile(imported, new CompileContext { Sequences = new Dictionary<string, string> { ["own-id"] = "win-back" } });
        compilation.Diagnostics.ShouldBeEmpty();
        compilation.Bindings.ShouldBe([KeyValuePair.Create(Foreign, "own-id")]);
        compilation.Plan!.Hash.ShouldBe(Drawn.Compiler.Compile(document).Plan!.Hash);
    }

    private static string Nested(int depth) => depth == 0 ? Vip : $$"""{"all":[{{Nested(depth - 1)}}]}""";
}
