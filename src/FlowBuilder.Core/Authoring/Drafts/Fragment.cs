using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>Copied nodes with the edges between them: a document of its own without title and
/// settings, so that it travels as text between sequences and browsers.</summary>
public static class Fragment
{
    /// <summary>The named nodes, in document order.</summary>
    public static SequenceDocument Of(SequenceDocument document, IEnumerable<string> nodes)
    {
        ArgumentNullException.ThrowIfNull(document);
        var ids = nodes.ToHashSet(StringComparer.Ordinal);
        return new SequenceDocument
        {
            Nodes = [.. document.Nodes.Where(node => ids.Contains(node.Id))],
            Edges = [.. document.Edges.Where(edge => ids.Contains(edge.From) && ids.Contains(edge.To))],
            References = document.References,
        };
    }

    /// <summary>As text for the clipboard.</summary>
    public static string ToText(SequenceDocument fragment, StepJson steps) => new SequenceDocumentJson(steps).Write(fragment);

    /// <summary>From the clipboard's text; null when it holds no nodes of ours.</summary>
    public static SequenceDocument? Read(string text, StepJson steps)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SequenceDocumentJson(steps).Read(text).Document is { Nodes.IsEmpty: false } fragment ? fragment : null;
    }
}
