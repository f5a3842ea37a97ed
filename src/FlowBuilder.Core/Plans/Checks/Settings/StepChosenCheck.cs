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
            var needed = NodeKinds.Of(node.Kind).Step is not null || NodeKinds.Of(node.Kind).FlowStep is not null;
            if (needed && node.Step is null)
                yield return new Diagnostic("missing-step", Severity.Error, node.Id, "step", $"Choose what this {NodeKinds.Of(node.Kind).Title} does.");
            else if (node.Step is not null && !Fits(drawing, node))
                yield return new Diagnostic("wrong-step", Severity.Error, node.Id, "step", $"What was chosen here cannot stand on {NodeKinds.Of(node.Kind).A}. Choose again.");
        }
    }

    private static bool Fits(Drawing drawing, Node node)
    {
        if (!drawing.Steps.Catalog.Knows(node.Step!)) return false;
        var type = drawing.Steps.Catalog.Of(node.Step!);
        return NodeKinds.Of(node.Kind).FlowStep is { } flow ? type.Id == flow : type.Kind == NodeKinds.Of(node.Kind).Step;
    }
}
