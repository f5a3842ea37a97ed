using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>empty-and</c>, <c>empty-or</c>: nothing flows in (error), or one thing flows straight through (advice).</summary>
internal sealed class AndOrCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        foreach (var i in drawing.Of(NodeKind.And, NodeKind.Or))
        {
            var node = drawing.Nodes[i];
            var code = node.Kind == NodeKind.And ? "empty-and" : "empty-or";
            var conditions = node.When is { Members.IsDefaultOrEmpty: false };
            if (drawing.In(i).Count == 0 && node.Kind == NodeKind.And)
                yield return new Diagnostic(
                    code, Severity.Error, node.Id, null,
                    "Nothing flows into this AND, so it can never let anyone in. Connect a trigger to it, or use an OR if its conditions "
                        + "alone should let customers in.");
            else if (drawing.In(i).Count == 0 && !conditions)
                yield return new Diagnostic(
                    code, Severity.Error, node.Id, null,
                    "This OR has no trigger flowing in and no condition. Connect triggers to it or give it a condition.");
            else if (drawing.In(i).Count == 1 && !conditions)
                yield return new Diagnostic(
                    code, Severity.Warning, node.Id, null,
                    $"This {NodeKinds.Of(node.Kind).Title} changes nothing: one thing flows in and it has no conditions. Give it a "
                        + $"condition, connect another trigger, or delete it.");
        }
    }
}
