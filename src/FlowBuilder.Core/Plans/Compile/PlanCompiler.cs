using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Checks;
using FlowBuilder.Core.Plans.Checks.Shape;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans.Compile;

/// <summary>
/// Turns a drawing into a <see cref="Plan"/>, or says in a marketer's words what stands in the way. Never throws, whatever was
/// drawn; nothing in it recurses over the drawing. Two drawings that mean the same have plans of the same hash.
/// </summary>
public sealed class PlanCompiler(StepJson steps)
{
    /// <summary>More diagnostics than this are not listed.</summary>
    public const int MostDiagnostics = 1_000;

    /// <summary>For the steps of a catalogue.</summary>
    public PlanCompiler(StepCatalog catalog)
        : this(new StepJson(catalog))
    {
    }

    /// <summary>Compiles a drawing.</summary>
    public Compilation Compile(SequenceDocument document, CompileContext? surroundings = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (SizeCheck.Refuse(document) is { } tooLarge) return new Compilation(null, [tooLarge], NoBindings);
        var drawing = new Drawing(document, steps, surroundings ?? CompileContext.Unknown);
        var found = new FindingOrder().First(AllChecks.InOrder.SelectMany(check => check.Look(drawing)), drawing.Find, MostDiagnostics);
        var failed = found.Any(diagnostic => diagnostic.Severity == Severity.Error);
        return new Compilation(failed ? null : PlanBuilder.Build(drawing), found, References.Bindings(drawing));
    }

    private static readonly ImmutableSortedDictionary<string, string> NoBindings = ImmutableSortedDictionary<string, string>.Empty;
}
