using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Plans.Checks.Shape;

/// <summary><c>dangling-edge</c>, <c>ill-typed-edge</c>, <c>wrong-port</c>, <c>two-edges-from-port</c>, <c>note-with-edges</c>,
/// <c>and-or-behind-action</c>, <c>flow-into-stop-chain</c>, <c>stop-chain-into-flow</c>: found while the edges were resolved.</summary>
internal sealed class EdgeCheck : ICheck
{
    public IEnumerable<Diagnostic> Look(Drawing drawing) => drawing.Trouble;
}
