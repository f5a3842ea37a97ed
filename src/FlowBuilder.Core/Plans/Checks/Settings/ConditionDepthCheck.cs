using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>conditions-too-deep</c>.</summary>
internal sealed class ConditionDepthCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
            if (drawing.Conditions[i].TooDeep)
                yield return new Diagnostic("conditions-too-deep", Severity.Error, drawing.Nodes[i].Id, "when",
                    $"Groups of conditions are nested more than {ConditionGroup.MaxDepth} levels deep. Simplify them, or split them "
                        + $"across several steps.");
    }
}
