using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>no-record</c>: a condition asks about the record of the run, but nothing that starts
/// the sequence concerns one it could be about.</summary>
internal sealed class RecordCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var records = PossibleRecords.Of(drawing);
        for (var i = 0; i < drawing.Nodes.Length; i++)
        {
            if (drawing.Nodes[i].Kind == NodeKind.StopWhen) continue;
            foreach (var (field, condition) in drawing.Conditions[i].Leaves)
                if (records.WhyNever(i, condition) is { } why)
                    yield return new Diagnostic(
                        "no-record", Severity.Warning, drawing.Nodes[i].Id, field, $"{why} The answer will always be no.");
        }
    }
}
