using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>missing-step</c>: nobody has chosen yet what a node does; <c>wrong-step</c>: what was chosen cannot stand there.</summary>
internal sealed class StepChosenCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        foreach (var node in drawing.Nodes)
        {
            var kind = NodeKinds.Of(node.Kind);
            if (kind.TakesStep && node.Step is null)
                yield return new Diagnostic("missing-step", Severity.Error, node.Id, "step", $"Choose what this {kind.Title} does.");
            else if (node.Step is { } step && !(drawing.Steps.Catalog.Knows(step) && kind.Fits(drawing.Steps.Catalog.Of(step))))
                yield return new Diagnostic(
                    "wrong-step", Severity.Error, node.Id, "step", $"What was chosen here cannot be used on {kind.A}. Choose again.");
        }
    }
}
