using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>The message step that a customer comes from straight away, through steps that everybody
/// passes. What is known of one step holds for those behind it, so each is walked over once.</summary>
internal sealed class MessagesBefore(Drawing drawing)
{
    private readonly Dictionary<int, int?> _known = [];

    /// <summary>How many steps were walked over.</summary>
    public int Walked { get; private set; }

    /// <summary>The message before a node; null for none.</summary>
    public int? Of(int node)
    {
        var way = new List<int>();
        int? message = null;
        // Seen before it was known: a circle, and no message in it.
        while (_known.TryAdd(node, null))
        {
            Walked++;
            way.Add(node);
            if (drawing.In(node) is not [var link]) break;
            node = link.From;
            if (drawing.Nodes[node].Step is MessageStep { OnSkipped: OnSkipped.Continue })
            {
                message = node;
                break;
            }

            if (drawing.Nodes[node] is not { Kind: NodeKind.Action, Step: ActionStep and not MessageStep }) break;
            message = _known.GetValueOrDefault(node);
        }

        if (way.Count == 0) return _known[node];
        foreach (var walked in way) _known[walked] = message;
        return message;
    }
}
