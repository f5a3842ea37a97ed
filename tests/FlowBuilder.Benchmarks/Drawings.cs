using System.Diagnostics;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Comparing;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Authoring.Outlining;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Steps;

namespace FlowBuilder.Benchmarks;

/// <summary>What the designer's core costs on a large drawing: arranging it, one edit, the outline, a merge.</summary>
internal static class Drawings
{
    private static readonly StepJson Steps = new(Catalogue.Steps);

    public static IEnumerable<(string What, double Milliseconds)> Measure(int nodes, int rounds)
    {
        var session = new DesignSession(Large(nodes), Steps);
        var before = session.Document;
        var wait = session.Document.Nodes.First(node => node.Kind == NodeKind.Wait).Id;
        yield return ($"arrange {session.Document.Nodes.Length:N0} nodes", Median(rounds, () => LayeredLayout.Of(session.Document)));
        yield return ("one setting changed", Median(
            rounds, round => session.Run(new ChangeSetting(wait, "duration", $"\"P{round + 3}D\""))));
        yield return ("one connection judged", Median(
            rounds, () => ConnectRules.Refusal(session.Document, Steps, wait, Ports.Out, session.Document.Nodes[^1].Id)));
        yield return ("the outline", Median(rounds, () => Outline.Of(session.Document)));
        yield return ("a merge", Median(rounds, () => DesignMerge.Of(before, session.Document, before with { Title = "Theirs" }, Steps)));
        yield return ("differences", Median(rounds, () => Differences.Of(before, session.Document, Steps)));
    }

    /// <summary>What is done to a whole drawing at once, for the shapes that once cost the square of their nodes.</summary>
    public static IEnumerable<(string What, double Milliseconds)> MeasureWhole(int nodes, int rounds)
    {
        var compiler = new PlanCompiler(Steps);
        var json = new SequenceDocumentJson(Steps);
        foreach (var (shape, document) in new[] { ("a chain", Row(nodes, linked: true)), ("loose emails", Row(nodes, linked: false)) })
        {
            var text = json.Write(document);
            var around = new CompileContext { Templates = new Dictionary<string, string> { ["here"] = "Here" } };
            yield return ($"validate {shape}", Median(rounds, () =>
            {
                if (compiler.Compile(json.Read(text).Document!, around).Plan is { } plan) SentenceView.Of(plan);
            }));
            yield return ($"arrange {shape}", Median(rounds, () => LayeredLayout.Of(document)));
            yield return ($"differences of {shape}", Median(
                rounds, () => Differences.Of(document, document with { Title = "Theirs", Nodes = [.. document.Nodes.Skip(1)] }, Steps)));
            yield return ($"export {shape}", Median(rounds, () => json.Write(document, indented: true)));
        }
    }

    private static SequenceDocument Row(int nodes, bool linked)
    {
        var palette = Palette.Of(Steps);
        var trigger = new Node { Id = "t", Kind = NodeKind.Trigger, Step = palette.Find(NodeKind.Trigger, "manual")!.Content.Step };
        var step = palette.Find(NodeKind.Action, linked ? "add-tag" : "email-customer")!.Content.Step;
        var ids = Enumerable.Range(0, nodes - 1).Select(number => $"n{number}").ToArray();
        return new SequenceDocument
        {
            Title = "Long",
            Nodes = [trigger, .. ids.Select(id => new Node { Id = id, Kind = NodeKind.Action, Step = step })],
            Edges = linked ? [.. ids.Select((id, place) => new Edge(place == 0 ? "t" : ids[place - 1], null, id))] : [],
        };
    }

    /// <summary>A near-tree: chains of actions and waits, an If / else after every eighth step.</summary>
    private static SequenceDocument Large(int nodes)
    {
        var palette = Palette.Of(Steps);
        var session = new DesignSession(new SequenceDocument(), Steps);
        session.Run(new AddNode(palette.Find(NodeKind.Trigger, "manual")!.Content, default));
        var open = new Queue<(string Node, string Port)>([("trigger-1", Ports.Out)]);
        while (session.Document.Nodes.Length < nodes)
        {
            var (node, port) = open.Dequeue();
            for (var i = 0; i < 8 && session.Document.Nodes.Length < nodes; i++)
            {
                var content = i == 7
                    ? palette.Find(NodeKind.If)!
                    : i % 2 == 0
                    ? palette.Find(NodeKind.Action, "add-tag")!
                    : palette.Find(NodeKind.Wait, "wait-for")!;
                node = ((DesignResult.Done)session.Run(new AddAfter(content.Content, node, port, default(Position)))).Nodes[0];
                port = Ports.Out;
            }

            foreach (var way in Ports.Of(session.Document.Nodes[^1])) open.Enqueue((node, way));
        }

        return session.Document;
    }

    private static double Median(int rounds, Action work) => Median(rounds, _ => work());

    private static double Median(int rounds, Action<int> work)
    {
        work(rounds);
        var times = new List<double>();
        for (var round = 0; round < Math.Max(5, rounds); round++)
        {
            var clock = Stopwatch.StartNew();
            work(round);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
