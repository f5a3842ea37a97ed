using FlowBuilder.Core.Authoring.Commands.Edges;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Fixing;

/// <summary>Where a loose step belongs, when there is only one place: one open way that can lead to
/// it, or one loose step that can follow.</summary>
internal static class LooseSteps
{
    /// <summary>Leads the only open way to a step that nothing leads to.</summary>
    public static IEnumerable<DesignFix> Before(SequenceDocument document, StepJson steps, Node loose, Names names)
    {
        if (document.Edges.Any(edge => edge.To == loose.Id)) yield break;
        var drawing = new Drawing(document, steps, CompileContext.Unknown);
        var led = Enumerable.Range(0, drawing.Nodes.Length)
            .Where(i => drawing.Reached[i])
            .Select(i => drawing.Nodes[i].Id)
            .ToHashSet(StringComparer.Ordinal);
        var draft = new Draft(document);
        var ends = Open(document)
            .Where(end => led.Contains(end.From.Id) && May(draft, document, steps, end.From.Id, end.Port, loose.Id))
            .Take(2).ToArray();
        if (ends is [var (from, port)])
            yield return new DesignFix($"Connect it after {NodePhrases.Quote(from, names)}", new Connect(from.Id, port, loose.Id));
    }

    /// <summary>Leads a way in that has nothing behind it to the only step that nothing leads to.</summary>
    public static IEnumerable<DesignFix> Behind(SequenceDocument document, StepJson steps, Node end, Names names)
    {
        var port = Ports.Of(end)[0];
        var ledTo = document.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var draft = new Draft(document);
        var loose = document.Nodes
            .Where(
                node =>
                    node.Id != end.Id
                    && NodeKinds.Of(node.Kind).TakesEdges
                    && !ledTo.Contains(node.Id)
                    && May(draft, document, steps, end.Id, port, node.Id))
            .Take(2).ToArray();
        if (loose is [var next])
            yield return new DesignFix($"Connect it with {NodePhrases.Quote(next, names)}", new Connect(end.Id, port, next.Id));
    }

    /// <summary>Whether an edge may be drawn: first by what a look at the one draft says, and only
    /// then by trying what time makes of it, which costs a draft each.</summary>
    private static bool May(Draft draft, SequenceDocument document, StepJson steps, string from, string port, string to) =>
        ConnectRules.Refusal(draft, from, port, to) is null && ConnectRules.Refusal(document, steps, from, port, to) is null;

    private static IEnumerable<(Node From, string Port)> Open(SequenceDocument document)
    {
        var taken = document.Edges.Select(edge => (edge.From, Ports.Of(edge))).ToHashSet();
        return document.Nodes
            .Where(node => node.Kind != NodeKind.Note)
            .SelectMany(node => Ports.Of(node).Where(port => !taken.Contains((node.Id, port))).Select(port => (node, port)));
    }
}
