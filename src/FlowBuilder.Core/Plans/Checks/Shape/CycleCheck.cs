using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>cycle-without-wait</c>: a way round on which nothing holds the customer. A wait for
/// one fixed moment does not count: the second time it has passed.</summary>
internal sealed class CycleCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var links = Enumerable.Range(0, drawing.Nodes.Length)
            .Select(i => IsStep(drawing.Nodes[i]) && !Holds(drawing.Nodes[i])
                ? drawing.Out(i).Where(link => IsStep(drawing.Nodes[link.To])).Select(link => link.To).ToArray()
                : [])
            .ToArray();
        foreach (var cycle in Cycles.Find(links.Length, node => links[node]))
        {
            var first = drawing.Nodes[cycle[0]];
            yield return new Diagnostic("cycle-without-wait", Severity.Error, first.Id, null, first.Kind == NodeKind.StopAction
                ? "These Stop Actions lead back to themselves. Stop Actions run only once: delete the connection that leads back."
                : "These steps loop without a wait, so they would all run again and again with no pause. Add a wait to the loop, or delete "
                    + "the connection that leads back.");
        }
    }

    private static bool IsStep(Node node) => NodeKinds.Of(node.Kind).HoldsCustomers;

    private static bool Holds(Node node) => node.Kind == NodeKind.Wait && (node.Step as WaitStep)?.Target?.At is null;
}
