using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks;

/// <summary>One thing the compiler looks for. Never throws, never recurses over the drawing.</summary>
internal interface ICheck
{
    IEnumerable<Diagnostic> Look(Drawing drawing);
}
