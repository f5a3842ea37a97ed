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
            var needed = NodeJson.StepOf(node.Kind) is not null || NodeJson.FlowStepOf(node.Kind) is not null;
            if (needed && node.Step is null)
                yield return new Diagnostic("missing-step", Severity.Error, node.Id, "step", $"Choose what this {NodeWords.Kind(node.Kind)} does.");
            else if (node.Step is not null && !Fits(drawing, node))
                yield return new Diagnostic("wrong-step", Severity.Error, node.Id, "step", $"What was chosen here cannot stand on {NodeWords.A(node.Kind)}. Choose again.");
        }
    }

    private static bool Fits(Drawing drawing, Node node)
    {
        if (!drawing.Steps.Catalog.Knows(node.Step!)) return false;
        var type = drawing.Steps.Catalog.Of(node.Step!);
        return NodeJson.FlowStepOf(node.Kind) is { } flow ? type.Id == flow : type.Kind == NodeJson.StepOf(node.Kind);
    }
}
