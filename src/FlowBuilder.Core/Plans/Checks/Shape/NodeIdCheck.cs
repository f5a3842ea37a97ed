using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>bad-id</c>, <c>duplicate-id</c>.</summary>
internal sealed class NodeIdCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            var id = drawing.Nodes[i].Id;
            if (!IsGood(id))
                yield return new Diagnostic("bad-id", Severity.Error, id, "id",
                    $"“{(id.Length > 60 ? id[..60] + "…" : id)}” cannot be the name of a step: use 1 to {DocumentLimits.NodeId} of the "
                        + $"characters A-Z a-z 0-9 - _.");
            if (drawing.Find(id) != i)
                yield return new Diagnostic(
                    "duplicate-id", Severity.Error, id, "id",
                    $"Two steps are named “{(id.Length > 60 ? id[..60] + "…" : id)}”. Every step needs its own name.");
        }
    }

    private static bool IsGood(string id) =>
        id.Length is >= 1 and <= DocumentLimits.NodeId
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
