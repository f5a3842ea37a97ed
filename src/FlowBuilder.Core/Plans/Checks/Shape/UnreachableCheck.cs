using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>unreachable-node</c>: no customer can ever come by it. ANDs and ORs without anything
/// flowing in are told by <see cref="AndOrCheck"/>.</summary>
internal sealed class UnreachableCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            var node = drawing.Nodes[i];
            if (drawing.Reached[i] || node.Kind == NodeKind.Note || (node.Kind is NodeKind.And or NodeKind.Or && drawing.In(i).Count == 0))
                continue;
            yield return new Diagnostic("unreachable-node", Severity.Error, node.Id, null, node.Kind == NodeKind.StopAction
                ? "No Stop When leads to this Stop Action, so it would never run. Connect it or delete it."
                : $"Nothing leads from a trigger to this {NodeKinds.Of(node.Kind).Title}, so no customer would ever get here. Connect it "
                    + $"or delete it.");
        }
    }
}
