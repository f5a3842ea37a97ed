using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>Brings nodes in one line.</summary>
public sealed record Align(ImmutableArray<string> Nodes, AlignTo To) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var nodes = Nodes.Distinct().Select(draft.Find).OfType<Node>().ToArray();
        if (nodes.Length < 2) return new DesignResult.Refused("Select at least two steps to align them.");
        var boxes = nodes.Select(c.Layout.BoxOf).ToArray();
        var around = Box.Around(boxes);
        for (var i = 0; i < nodes.Length; i++)
        {
            var (box, at) = (boxes[i], nodes[i].At);
            draft.Place(nodes[i].Id, To switch
            {
                AlignTo.Left => at with { X = around.X },
                AlignTo.Center => at with { X = around.X + ((around.Width - box.Width) / 2) },
                AlignTo.Right => at with { X = around.Right - box.Width },
                AlignTo.Top => at with { Y = around.Y },
                AlignTo.Middle => at with { Y = around.Y + ((around.Height - box.Height) / 2) },
                AlignTo.Bottom => at with { Y = around.Bottom - box.Height },
            });
        }

        return new DesignResult.Done(draft.Document, $"Aligned {NodePhrases.Several(nodes, c.Names)}", [.. nodes.Select(node => node.Id)]);
    }
}

/// <summary>The line nodes are brought in.</summary>
public enum AlignTo
{
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
}
