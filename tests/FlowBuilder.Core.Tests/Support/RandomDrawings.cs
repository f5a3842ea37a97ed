using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Time;
using FlowBuilder.Steps;

namespace FlowBuilder.Core.Tests.Support;

/// <summary>Drawings by chance.</summary>
internal static class RandomDrawings
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f", "g", "h", "", "ä ö", "x\"y", new('z', 60)];

    private static readonly string?[] PortNames = [null, null, null, "out", "yes", "no", "a", "b", "timedOut", "elsewhere"];

    private static readonly string[] Tags = ["vip", "nudging", "x"];

    private static readonly Gen<Step> FilledCondition = Gen.OneOf(
        Gen.Select(Pick(Tags), Gen.Bool, (tag, not) => Make("has-tag", $$"""{"not":{{(not ? "true" : "false")}},"tag":"{{tag}}"}""")),
        Pick("Estimate Accepted", "Visit Completed", "Form Submitted")
            .Select(name => Make("event-happened", $$"""{"event":"{{name}}"}""")));

    private static readonly Gen<ConditionGroup> Filled =
        Gen.Select(Pick(Combination.All, Combination.Any, Combination.None), FilledCondition.Array[1, 3], (combine, members) =>
            new ConditionGroup { Combine = combine, Members = [.. members.Cast<Condition>()] });

    /// <summary>Anything at all: doubled and impossible ids, edges to nowhere, empty steps, steps
    /// on the wrong kind of node never (the reader refuses those).</summary>
    public static readonly Gen<SequenceDocument> Hostile = Gen.Select(
        Gen.Select(Pick(Ids), Gen.Enum<NodeKind>(), Gen.Int[0, 1_000], Gen.Bool, Gen.Bool, Filled, Node).Array[0, 14],
        Gen.Select(Pick(Ids), Pick(PortNames), Pick(Ids), (from, port, to) => new Edge(from, port, to)).Array[0, 24],
        Gen.Select(
            Gen.Int[-1, 1_002], Gen.Bool,
            (passes, review) => new SequenceSettings
            {
                MaxPasses = passes, ReviewBeforeExecution = review,
                ReEntry = passes % 2 == 0 ? new ReEntry.Always() : new ReEntry.AfterDays(passes)
            }),
        (nodes, edges, settings) => new SequenceDocument { Title = "Any", Nodes = [.. nodes], Edges = [.. edges], Settings = settings });

    /// <summary>Drawings without a mistake: every node has a way to it, circles go through a wait.</summary>
    public static readonly Gen<SequenceDocument> Sound = Gen.Select(Gen.Int[1, 25], Gen.Int[0, int.MaxValue], Build);

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static Node Node(string id, NodeKind kind, int pick, bool filled, bool empty, ConditionGroup when)
    {
        var node = new Node { Id = id, Kind = kind, At = new Position(pick, -pick) };
        return kind switch
        {
            NodeKind.Note => node with { Text = filled ? "words" : null },
            NodeKind.And or NodeKind.Or or NodeKind.StopWhen => empty ? node : node with { When = when },
            NodeKind.If =>
                node with { Step = filled ? Make("if", """{"when":{"all":[{"type":"has-tag","tag":"vip"}]}}""") : Make("if", "{}") },
            NodeKind.Split => node with
            {
                Step = filled ? Make("split", """{"ports":[{"port":"a","weight":1},{"port":"b","weight":2}]}""") : Make("split", "{}")
            },
            _ => node with { Step = filled ? Plain(kind, pick) : empty ? null : Blank(kind, pick) },
        };
    }

    private static Step Blank(NodeKind kind, int pick)
    {
        var wanted = kind switch { NodeKind.Trigger => StepKind.Trigger, NodeKind.Wait => StepKind.Wait, _ => StepKind.Action };
        var types = Catalogue.Steps.All.Where(type => type.Kind == wanted).ToArray();
        return Make(types[pick % types.Length].Id, "{}");
    }

    private static Step Plain(NodeKind kind, int pick) => kind switch
    {
        NodeKind.Trigger => pick % 2 == 0 ? Make("estimate-sent", "{}") : Make("visit-before", """{"lead":"P1D"}"""),
        NodeKind.Wait => (pick % 3) switch
        {
            0 => Make("wait-for", """{"duration":"P2D"}"""),
            1 => Make("wait-for-event", """{"event":"Estimate Accepted","timeout":"P7D"}"""),
            _ => Make("wait-until-date", """{"property":"start_at","shift":"P1D"}"""),
        },
        _ => Make("add-tag", $$"""{"tag":"tag-{{pick}}"}"""),
    };

    private static SequenceDocument Build(int size, int seed)
    {
        var random = new Random(seed);
        var nodes = new List<Node>();
        var edges = new List<Edge>();
        var ways = Enumerable.Range(0, random.Next(1, 4)).Select(i => Add($"t{i}", NodeKind.Trigger, Make("manual", "{}"))).ToList();
        while (ways.Count > 1 || random.Next(2) == 0)
        {
            var gate = Add(
                $"g{nodes.Count}", random.Next(2) == 0 ? NodeKind.And : NodeKind.Or, null,
                new ConditionGroup
                {
                    Combine = Combination.Any, Members = [(Condition)Make("has-tag", $$"""{"tag":"gate-{{nodes.Count}}"}""")]
                });
            foreach (var way in ways.Take(2)) edges.Add(new Edge(way, null, gate));
            ways = [.. ways.Skip(2), gate];
        }

        var open = new List<(string Node, string? Port)> { (ways[0], null) };
        var steps = new List<string>();
        for (var i = 0; i < size && open.Count > 0; i++)
        {
            var at = random.Next(open.Count);
            var (from, port) = open[at];
            open.RemoveAt(at);
            var kind = new[] { NodeKind.Action, NodeKind.Wait, NodeKind.If, NodeKind.Split }[random.Next(4)];
            var node = Node($"n{i}", kind, random.Next(2), true, false, null!);
            nodes.Add(node);
            edges.Add(new Edge(from, port, node.Id));
            steps.Add(node.Id);
            open.AddRange(((RunnableStep)node.Step!).Ports.Select(way => (node.Id, (string?)way)));
        }

        foreach (var (from, port) in open)
        {
            if (from == ways[0] || random.Next(3) == 0) continue;
            // Backwards only from waits, so that every circle holds the customer somewhere.
            var waits = nodes.First(node => node.Id == from).Kind == NodeKind.Wait;
            var place = steps.IndexOf(from);
            var target = waits ? random.Next(steps.Count) : place + 1 < steps.Count ? random.Next(place + 1, steps.Count) : -1;
            if (target >= 0) edges.Add(new Edge(from, port, steps[target]));
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            var stop = Add(
                $"s{i}", NodeKind.StopWhen, null,
                new ConditionGroup { Combine = Combination.Any, Members = [(Condition)Make("has-tag", $$"""{"tag":"stop-{{i}}"}""")] });
            var tidy = Add($"u{i}", NodeKind.StopAction, Make("remove-tag", """{"tag":"x"}"""));
            edges.Add(new Edge(stop, null, tidy));
        }

        return new SequenceDocument
        {
            Title = "Sound", Nodes = [.. nodes], Edges = [.. edges],
            Settings = new SequenceSettings { MaxPasses = 1 + random.Next(20), ArmMemory = Duration.OfDays(7) }
        };

        string Add(string id, NodeKind kind, Step? step, ConditionGroup? when = null)
        {
            nodes.Add(new Node { Id = id, Kind = kind, Step = step, When = when });
            return id;
        }
    }

    private static Step Make(string type, string settings)
    {
        var errors = new Core.Steps.Json.FieldErrors();
        using var json = JsonDocument.Parse(settings == "{}" ? $$"""{"type":"{{type}}"}""" : $"{{\"type\":\"{type}\",{settings[1..]}");
        return Drawn.Steps.Read(json.RootElement, "", errors) ?? throw new InvalidOperationException(string.Join('\n', errors.All));
    }
}
