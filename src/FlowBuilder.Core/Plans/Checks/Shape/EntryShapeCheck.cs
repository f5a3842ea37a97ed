using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>entry-cycle</c>: ANDs and ORs that lead back into themselves; <c>entry-too-deep</c>:
/// more of them in a row than the engine judges.</summary>
internal sealed class EntryShapeCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var entries = EntryTrees.Of(drawing);
        foreach (var i in entries.InCycle)
            if (drawing.Reached[i])
                yield return new Diagnostic("entry-cycle", Severity.Error, drawing.Nodes[i].Id, null,
                    $"This {NodeKinds.Of(drawing.Nodes[i].Kind).Title} leads back into itself, so no one could ever enter through it. "
                        + $"Delete the connection that leads back.");
        foreach (var root in entries.Roots)
            if (entries.Depth[root] > EntryTrees.MaxDepth)
                yield return new Diagnostic("entry-too-deep", Severity.Error, drawing.Nodes[root].Id, null,
                    $"{entries.Depth[root]:N0} triggers, ANDs and ORs are chained one after another; the most is {EntryTrees.MaxDepth}. "
                        + $"Combine them with fewer steps.");
    }
}
