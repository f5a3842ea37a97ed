using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>leads-nowhere</c>: a way in with nothing behind it; <c>no-action</c>: the whole sequence does nothing.</summary>
internal sealed class LeadsNowhereCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        foreach (var i in drawing.Of(NodeKind.Trigger, NodeKind.And, NodeKind.Or))
            if (drawing.Reached[i] && drawing.Out(i).Count == 0)
                yield return new Diagnostic("leads-nowhere", Severity.Error, drawing.Nodes[i].Id, null,
                    $"This {NodeKinds.Of(drawing.Nodes[i].Kind).Title} leads nowhere: customers would enter and finish right away. "
                        + $"Connect it to the first step, or delete it.");
        if (drawing.Nodes.Any(node => node.Kind == NodeKind.Trigger) && !drawing.Nodes.Any(node => node.Kind is NodeKind.Action))
            yield return new Diagnostic(
                "no-action", Severity.Warning, null, null, "This sequence does nothing for the customers in it. Add an action.");
    }
}
