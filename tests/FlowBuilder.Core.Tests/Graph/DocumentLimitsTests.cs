using System.Collections.Immutable;
using System.Diagnostics;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Sentences;

namespace FlowBuilder.Core.Tests.Graph;

public sealed class DocumentLimitsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Ten_thousand_nodes_are_refused_at_once(int count)
    {
        var document = Chain(count);
        var watch = Stopwatch.StartNew();
        var compilation = Drawn.Compiler.Compile(document);
        watch.Elapsed.ShouldBeLessThan(Patience);
        compilation.Plan.ShouldBeNull();
        compilation.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("too-many-nodes");
    }

    [Fact]
    public void Ten_thousand_nodes_are_read_and_refused_within_two_seconds()
    {
        var text = Drawn.Json.Write(Chain(10_000));
        var watch = Stopwatch.StartNew();
        Drawn.Compiler.Compile(Drawn.Read(text)).Plan.ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(Patience);
    }

    [Fact]
    public void Just_below_the_limit_a_chain_compiles_and_reads_well()
    {
        var compilation = Drawn.Compiler.Compile(Chain(9_999));
        compilation.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("many-nodes");
        var plan = compilation.Plan.ShouldNotBeNull();
        plan.Steps.Length.ShouldBe(9_998);
        SentenceView.Of(plan).Count(line => line.Number is not null).ShouldBe(9_998);
        Drawn.Plans.Read(Drawn.Plans.Write(plan)).Steps.Length.ShouldBe(9_998);
    }

    [Fact]
    public void A_ladder_of_branches_does_not_exhaust_the_stack()
    {
        var step = Drawn.Of("""
            t trigger customer-added
            i if {"all":[{"type":"has-tag","tag":"x"}]}
            """, "t>i").Nodes;
        var nodes = Enumerable.Range(0, 6_000).Select(i => step[1] with { Id = $"n{i}" }).Prepend(step[0]).ToImmutableArray();
        var edges = Enumerable.Range(0, 5_999)
            .Select(i => new Edge($"n{i}", "no", $"n{i + 1}"))
            .Prepend(new Edge("t", null, "n0")).ToImmutableArray();
        var plan = Drawn.Compiler.Compile(new SequenceDocument { Title = "x", Nodes = nodes, Edges = edges }).Plan.ShouldNotBeNull();
        SentenceView.Of(plan).Count(line => line.Number is not null).ShouldBe(6_000);
    }

    [Fact]
    public void Entries_nested_too_deep_are_refused()
    {
        var nodes = Drawn.Of("t trigger customer-added\na action add-tag tag=x", "").Nodes;
        var ors = Enumerable.Range(0, 5_000).Select(i => new Node { Id = $"o{i}", Kind = NodeKind.Or });
        var edges = Enumerable.Range(0, 4_999)
            .Select(i => new Edge($"o{i}", null, $"o{i + 1}"))
            .Append(new Edge("t", null, "o0"))
            .Append(new Edge("o4999", null, "a"));
        var compilation = Drawn.Compiler.Compile(new SequenceDocument { Title = "x", Nodes = [.. nodes, .. ors], Edges = [.. edges] });
        compilation.Plan.ShouldBeNull();
        compilation.Diagnostics.ShouldContain(found => found.Code == "entry-too-deep");
    }

    [Fact]
    public void A_drawing_full_of_ways_in_and_stops_is_judged_in_good_time()
    {
        var drawn = Drawn.Of("""
            t trigger visit-before lead=P1D
            g and {"all":[{"type":"has-tag","tag":"x"}]}
            s stopWhen {"any":[{"type":"has-tag","tag":"x"},{"type":"has-tag","tag":"y"}]}
            w wait wait-until-date property=start_at shift=PT0S
            a action add-tag tag=x
            """, "").Nodes;
        var many = Enumerable.Range(0, 2_400).SelectMany(i => drawn.Take(3).Select(node => node with { Id = $"{node.Id}{i}" }));
        var waits = Enumerable.Range(0, 2_000).Select(i => drawn[3] with { Id = $"w{i}" });
        var edges = Enumerable.Range(0, 2_400).SelectMany(i => (Edge[])[new Edge($"t{i}", null, $"g{i}"), new Edge($"g{i}", null, "w0")])
            .Concat(Enumerable.Range(0, 1_999).Select(i => new Edge($"w{i}", null, $"w{i + 1}"))).Append(new Edge("w1999", null, "a"));
        var watch = Stopwatch.StartNew();
        var compilation =
            Drawn.Compiler.Compile(new SequenceDocument { Title = "x", Nodes = [.. many, .. waits, drawn[4]], Edges = [.. edges] });
        watch.Elapsed.ShouldBeLessThan(5 * Patience);
        compilation.Diagnostics.ShouldContain(found => found.Code == "stop-blocks-entry");
    }

    [Fact]
    public void Diagnostics_are_counted_not_endless()
    {
        var nodes = Enumerable.Range(0, 9_000).Select(i => new Node { Id = $"n{i}", Kind = NodeKind.Action }).ToImmutableArray();
        Drawn.Compiler
            .Compile(new SequenceDocument { Nodes = nodes }).Diagnostics.Length
            .ShouldBe(Core.Plans.Compile.PlanCompiler.MostDiagnostics);
    }

    private static SequenceDocument Chain(int count)
    {
        var nodes = Drawn.Of("n0 trigger customer-added\na action add-tag tag=x", "").Nodes;
        return new SequenceDocument
        {
            Title = "Chain",
            Nodes = [nodes[0], .. Enumerable.Range(1, count - 1).Select(i => nodes[1] with { Id = $"n{i}" })],
            Edges = [.. Enumerable.Range(1, count - 1).Select(i => new Edge($"n{i - 1}", null, $"n{i}"))],
        };
    }
}
