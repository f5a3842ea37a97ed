using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>no-trigger</c>: nothing starts the sequence. An OR with conditions is a way in of its own.</summary>
internal sealed class NoTriggerCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        if (!drawing.Nodes.Any(node => node.Kind == NodeKind.Trigger || Drawing.IsOwnWayIn(node)))
            yield return new Diagnostic("no-trigger", Severity.Error, null, null, "Nothing starts this sequence. Add a trigger.");
    }
}
