using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Compile;

/// <summary>Builds the plan of a drawing that has passed the checks. Steps are in the order a customer
/// first comes by, so the order of nodes and edges in the document leaves no trace.</summary>
internal static class PlanBuilder
{
    public static Plan Build(Drawing drawing)
    {
        var entries = EntryTrees.Of(drawing);
        var rules = Rules(drawing, entries);
        var order = Order(drawing, entries.Roots.Concat(drawing.Of(NodeKind.StopWhen)));
        var place = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++) place[order[i]] = i;
        var links = order.Select(node => drawing.Out(node).Select(link => place[link.To]).ToArray()).ToArray();
        var again = Cycles.Find(order.Count, step => links[step]).SelectMany(cycle => cycle).ToHashSet();
        var plan = new Plan
        {
            Hash = "",
            Entries = [.. entries.Roots.Select(root => new PlanEntry(rules[root], Behind(drawing, root, place)))],
            Steps = [.. order.Select(
                (node, index) => new PlanStep(
                    index, drawing.Nodes[node].Id, (RunnableStep)drawing.Nodes[node].Step!, Exits(drawing, node, place),
                    again.Contains(index)))],
            Stops = [.. drawing.Of(NodeKind.StopWhen)
                .Select(stop => new PlanStop(drawing.Nodes[stop].Id, drawing.Nodes[stop].When!, Behind(drawing, stop, place)))],
            Settings = drawing.Document.Settings,
        };
        return plan with { Hash = PlanHash.Of(plan, drawing.Steps) };
    }

    private static Dictionary<int, EntryRule> Rules(Drawing drawing, EntryTrees entries)
    {
        var rules = new Dictionary<int, EntryRule>();
        foreach (var i in entries.BottomUp)
        {
            var node = drawing.Nodes[i];
            var inputs = drawing.In(i).Select(link => link.From).Order().Select(from => rules[from]).ToImmutableArray();
            rules[i] = node.Kind switch
            {
                NodeKind.Trigger => new EntryRule.Fires(node.Id, (TriggerStep)node.Step!),
                NodeKind.And => new EntryRule.All(node.Id, inputs, Conditions(node)),
                NodeKind.Or => new EntryRule.Any(node.Id, inputs, Conditions(node)),
                NodeKind.Action or NodeKind.Wait or NodeKind.If or NodeKind.Split or NodeKind.StopWhen or NodeKind.StopAction
                    or NodeKind.Note =>
                    throw new InvalidOperationException($"No one enters by {NodeKinds.Of(node.Kind).A}."),
            };
        }

        return rules;
    }

    private static ConditionGroup? Conditions(Node node) => node.When is { Members.IsDefaultOrEmpty: false } when ? when : null;

    private static List<int> Order(Drawing drawing, IEnumerable<int> starts)
    {
        var order = new List<int>();
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        foreach (var start in starts)
        {
            Push(start);
            while (open.TryPop(out var node))
            {
                if (!seen.Add(node)) continue;
                order.Add(node);
                Push(node);
            }
        }

        return order;

        void Push(int node)
        {
            foreach (var link in Ported(drawing, node).Reverse()) open.Push(link.To);
        }
    }

    private static IEnumerable<Link> Ported(Drawing drawing, int node)
    {
        var ports = Drawing.PortsOf(drawing.Nodes[node]) ?? [];
        return drawing.Out(node).OrderBy(link => ports.IndexOf(link.Port));
    }

    private static ImmutableArray<PlanExit> Exits(Drawing drawing, int node, Dictionary<int, int> place) =>
        [.. Ported(drawing, node).Select(link => new PlanExit(link.Port, place[link.To]))];

    private static int Behind(Drawing drawing, int node, Dictionary<int, int> place) =>
        drawing.Out(node) is [var link] ? place[link.To] : PlanStep.End;
}
