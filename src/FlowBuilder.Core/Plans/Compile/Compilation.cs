using System.Collections.Immutable;

namespace FlowBuilder.Core.Plans.Compile;

/// <summary>What came of compiling a drawing.</summary>
/// <param name="Plan">Null when any diagnostic is an error.</param>
/// <param name="Diagnostics">Errors first, each kind in the order of the drawing's nodes; at most
/// <see cref="PlanCompiler.MostDiagnostics"/>.</param>
/// <param name="Bindings">What imported references stand for here, token to own id or key: those the drawing names by a
/// foreign id and its <c>references</c> by a title, email or key that is known here. The plan keeps the tokens.</param>
public sealed record Compilation(Plan? Plan, ImmutableArray<Diagnostic> Diagnostics, ImmutableSortedDictionary<string, string> Bindings)
{
    /// <summary>Whether a plan came of it.</summary>
    public bool Succeeded => Plan is not null;
}
