using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Checks.Settings;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>
/// What may be connected with what while drawing, and why not, for a marketer. One edge leaves each port: connecting a port that is in
/// use moves its edge. Agrees with the compiler's rules about edges; what only matters once the drawing is complete is left to it.
/// </summary>
public static class ConnectRules
{
    /// <summary>Why an edge cannot be drawn between two nodes of a document; null when it can.</summary>
    public static string? Refusal(SequenceDocument document, StepJson steps, string from, string port, string to)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(steps);
        var draft = new Draft(document);
        return Refusal(draft, from, port, to) ?? Try(draft, steps, () => draft.Connect(from, port, to));
    }

    /// <summary>Why nodes of two kinds do not go together; null when they do.</summary>
    public static string? Refusal(Node from, Node to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (EdgeRules.Refuse(from, to) is not { } wrong) return null;
        return wrong.Code switch
        {
            "note-with-edges" => "Notes are just for people, so nothing connects to them.",
            "ill-typed-edge" when to.Kind == NodeKind.Trigger => "A trigger starts the sequence, so nothing can lead into it.",
            "ill-typed-edge" => "A Stop When watches every customer in the sequence by itself, so nothing can lead into it.",
            "and-or-behind-action" =>
                $"{NodeKinds.Of(to.Kind).Title} decides who enters, so it cannot come after {NodeKinds.Of(from.Kind).A}. Use If / else "
                    + $"there.",
            "flow-into-stop-chain" =>
                "A Stop Action runs only after a Stop When is met, so nothing else can lead into it. Use an ordinary action there.",
            _ => "Once a Stop When is met the sequence is over for this customer, so only Stop Actions can follow.",
        };
    }

    internal static string? RefusalBehind(SequenceDocument document, StepJson steps, string from, string port, NodeContent what)
    {
        var draft = new Draft(document);
        var node = what.At("new", default);
        if (draft.Find(from) is not { } source) return NotThere;
        if (Missing(source, port) is { } missing) return missing;
        if (Refusal(source, node) is { } wrong) return wrong;
        return draft.At(from, port) is { } edge
            && draft.Find(edge.To) is { } next
            && Ports.Of(node) is [_, ..]
            && Refusal(node, next) is { } cannot
            ? $"{Capitals.First(NodeKinds.Of(what.Kind).A)} cannot go in between: {char.ToLowerInvariant(cannot[0])}{cannot[1..]}"
            : null;
    }

    /// <summary>By kinds, ports and circles; timing is judged by <see cref="Try"/>.</summary>
    internal static string? Refusal(Draft draft, string from, string port, string to)
    {
        if (draft.Find(from) is not { } source || draft.Find(to) is not { } target) return NotThere;
        if (Missing(source, port) is { } missing) return missing;
        if (from == to) return "A step cannot lead straight back to itself.";
        if (Refusal(source, target) is { } wrong) return wrong;
        // Among steps of the sequence a circle may be meant; it needs a wait, which the problems list says.
        return NodeKinds.Of(source.Kind).Part != NodePart.Flow
            && target.Kind is NodeKind.And or NodeKind.Or or NodeKind.StopAction && draft.Behind(to).Contains(from)
            ? target.Kind == NodeKind.StopAction
                ? "Stop Actions run once, so they cannot lead back to themselves."
                : $"This {NodeKinds.Of(target.Kind).Title} would lead back into itself, so no one could ever enter through it."
            : null;
    }

    /// <summary>Makes a change on the draft and says what time then makes impossible that was possible before; null when nothing.</summary>
    internal static string? Try(Draft draft, StepJson steps, Action change)
    {
        var before = Impossible(draft.Document, steps).Select(found => (found.Node, found.Field)).ToHashSet();
        change();
        return Impossible(draft.Document, steps).FirstOrDefault(found => !before.Contains((found.Node, found.Field)))?.Message;
    }

    private const string NotThere = "One of the two steps no longer exists.";

    private static string? Missing(Node source, string port) =>
        Ports.Of(source).Contains(port) ? null
        : source.Kind == NodeKind.Note ? "Notes are just for people, so nothing connects to them."
        : "This branch no longer exists.";

    private static IEnumerable<Diagnostic> Impossible(SequenceDocument document, StepJson steps) =>
        new TimingCheck()
            .Look(new Drawing(document, steps, CompileContext.Unknown))
            .Where(found => found is { Severity: Severity.Error, Code: "impossible-timing" });
}
