using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>too-many-nodes</c>, <c>too-many-edges</c>: refused before anything else is looked at; <c>many-nodes</c>: advice.</summary>
internal sealed class SizeCheck : ICheck
{
    private const int MostEdges = 4 * DocumentLimits.Nodes;

    public static Diagnostic? Refuse(SequenceDocument document)
    {
        if (!document.Nodes.IsDefault && document.Nodes.Length >= DocumentLimits.Nodes)
            return new Diagnostic("too-many-nodes", Severity.Error, null, "nodes",
                $"This sequence has {document.Nodes.Length:N0} steps; it must have fewer than {DocumentLimits.Nodes:N0}, and up to "
                    + $"{DocumentLimits.AdvisedNodes} is recommended. Split it into several sequences.");
        return !document.Edges.IsDefault && document.Edges.Length > MostEdges
            ? new Diagnostic(
                "too-many-edges", Severity.Error, null, "edges",
                $"This sequence has {document.Edges.Length:N0} connections; the most is {MostEdges:N0}. Split it into several sequences.")
            : null;
    }

    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        if (drawing.Nodes.Length > DocumentLimits.AdvisedNodes)
            yield return new Diagnostic("many-nodes", Severity.Warning, null, "nodes",
                $"This sequence has {drawing.Nodes.Length:N0} steps. More than {DocumentLimits.AdvisedNodes} are hard to read and change: "
                    + $"consider several sequences that start each other.");
    }
}
