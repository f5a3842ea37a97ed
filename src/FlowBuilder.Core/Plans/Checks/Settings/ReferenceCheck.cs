using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>unknown-template</c>, <c>unknown-sequence</c>, <c>unknown-person</c>: what steps
/// name but this company does not have.</summary>
internal sealed class ReferenceCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing) =>
        References.All(drawing).Select(found => References.Judge(drawing, found)).OfType<Diagnostic>();
}
