using System.Collections.Immutable;
using CsCheck;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Sentences;

namespace FlowBuilder.Core.Tests.Plans;

/// <summary>What holds for every drawing, however it came about. A failing run prints its seed.</summary>
public sealed class PlanPropertyTests
{
    [Fact]
    public void The_compiler_answers_whatever_is_drawn() =>
        RandomDrawings.Hostile.Sample(
            document =>
            {
                var compilation = Drawn.Compiler.Compile(document);
                (compilation.Plan is null).ShouldBe(compilation.Diagnostics.Any(found => found.Severity == Severity.Error));
                if (compilation.Plan is { } plan) Holds(plan);
            },
            iter: 4_000);

    [Fact]
    public void A_sound_drawing_becomes_a_plan_of_which_every_step_is_said() =>
        RandomDrawings.Sound.Sample(
            document =>
            {
                var compilation = Drawn.Compiler.Compile(document);
                compilation.Diagnostics.Where(found => found.Severity == Severity.Error).ShouldBeEmpty();
                var plan = compilation.Plan.ShouldNotBeNull();
                plan.Steps.Select(step => step.Node).ShouldBe(document.Nodes.Where(IsStep).Select(node => node.Id), ignoreOrder: true);
                Holds(plan);
            },
            iter: 1_500);

    [Fact]
    public void The_order_of_nodes_and_edges_does_not_change_the_hash() =>
        Gen.Select(RandomDrawings.Sound, Gen.Int).Sample(
            (document, seed) =>
            {
                var shuffled = document with { Nodes = Shuffle(document.Nodes, seed), Edges = Shuffle(document.Edges, seed + 1) };
                // The order of ways in and of Stop Whens decides which comes first, so it stays.
                var fixedOrder = new Queue<Node>(document.Nodes.Where(DecidesOrder));
                shuffled = shuffled with { Nodes = [.. shuffled.Nodes.Select(node => DecidesOrder(node) ? fixedOrder.Dequeue() : node)] };
                var (plan, again) = (Drawn.Compiler.Compile(document).Plan!, Drawn.Compiler.Compile(shuffled).Plan!);
                again.Hash.ShouldBe(plan.Hash);
                again.Steps.Select(step => step.Node).ShouldBe(plan.Steps.Select(step => step.Node));
            },
            iter: 500);

    [Fact]
    public void A_document_comes_back_from_its_JSON_as_it_was() =>
        RandomDrawings.Hostile.Sample(
            document =>
            {
                var text = Drawn.Json.Write(document);
                var read = Drawn.Read(text);
                Drawn.Json.Write(read).ShouldBe(text);
                read.Nodes.Select(node => (node.Id, node.Kind, node.At, node.Text))
                    .ShouldBe(document.Nodes.Select(node => (node.Id, node.Kind, node.At, node.Text)));
                read.Edges.ShouldBe(document.Edges);
            },
            iter: 1_000);

    [Fact]
    public void Importing_again_keeps_the_hash_and_so_do_places_notes_and_labels() =>
        RandomDrawings.Sound.Sample(
            document =>
            {
                var hash = Drawn.Compiler.Compile(document).Plan!.Hash;
                var moved = Drawn.Read(Drawn.Json.Write(document)) with { Title = "Another", Description = "Other words" };
                moved = moved with
                {
                    Settings = moved.Settings with { Labels = ["new"], Owner = "ruth" },
                    Nodes =
                    [
                        .. moved.Nodes.Select(node => node with { At = new Position(node.At.Y + 7, -3) }),
                        new Node { Id = "a-note", Kind = NodeKind.Note, Text = "look" }
                    ],
                };
                Drawn.Compiler.Compile(moved).Plan!.Hash.ShouldBe(hash);
            },
            iter: 500);

    private static void Holds(Plan plan)
    {
        for (var i = 0; i < plan.Steps.Length; i++) plan.Steps[i].Index.ShouldBe(i);
        plan.Steps.SelectMany(step => step.Exits)
            .Select(exit => exit.To)
            .Concat(plan.Entries.Select(entry => entry.FirstStep))
            .Concat(plan.Stops.Select(stop => stop.FirstAction))
            .ShouldAllBe(to => to >= PlanStep.End && to < plan.Steps.Length);
        var said = SentenceView.Of(plan);
        said.Where(line => line.Number is not null)
            .Select(line => line.Node)
            .ShouldBe(plan.Steps.Select(step => step.Node), ignoreOrder: true);
        var stored = Drawn.Plans.Write(plan);
        var back = Drawn.Plans.Read(stored);
        Drawn.Plans.Write(back).ShouldBe(stored);
        PlanHash.Of(back, Drawn.Steps).ShouldBe(plan.Hash);
    }

    private static bool IsStep(Node node) =>
        node.Kind is NodeKind.Action or NodeKind.Wait or NodeKind.If or NodeKind.Split or NodeKind.StopAction;

    private static bool DecidesOrder(Node node) => node.Kind is NodeKind.StopWhen or NodeKind.Trigger or NodeKind.Or;

    private static ImmutableArray<T> Shuffle<T>(ImmutableArray<T> items, int seed)
    {
        var order = items.ToArray();
        new Random(seed).Shuffle(order);
        return [.. order];
    }
}
