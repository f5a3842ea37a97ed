using System.Collections.Immutable;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Outlining;

/// <summary>
/// A drawing as a list from top to bottom, in the origin's form: IF, AND, OR, actions and waits, ways indented under their If / else, Stop
/// Whens with their Stop Actions. Every node has one line; what leads to a node that stands elsewhere says at which number it continues. It
/// is the same drawing: <see cref="OutlineEdits"/> answers edits of the list with the commands of the canvas.
/// </summary>
public static class Outline
{
    /// <summary>The lines.</summary>
    public static ImmutableArray<OutlineLine> Of(SequenceDocument document, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = new OutlineBuilder(document, NamesOf(document, names)).Build();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (line is { Node: { } node, Role: not (OutlineRole.Way or OutlineRole.Link) }) numbers.TryAdd(node, numbers.Count + 1);
        return
        [
            .. lines.Select(line => line switch
            {
                { LinksTo: { } to } => line with
                {
                    LinksToNumber = numbers[to],
                    Text = line.Role == OutlineRole.Way
                        ? $"{line.Text}: continues at step {numbers[to]}"
                        : $"continues at step {numbers[to]}"
                },
                { Node: { } node, Role: not (OutlineRole.Way or OutlineRole.Link) } => line with { Number = numbers[node] },
                _ => line,
            }),
        ];
    }

    private static NodeNames NamesOf(SequenceDocument document, Names? names) =>
        NodeNames.Of(names ?? Names.Unknown, document.Nodes.Select(node => (node.Id, node.Step)));

    /// <summary>The lines as one plain text.</summary>
    public static string ToText(IEnumerable<OutlineLine> lines) => string.Join('\n', lines);
}
