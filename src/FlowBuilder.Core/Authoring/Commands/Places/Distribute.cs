using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>Spaces nodes evenly between the two outermost, which stay.</summary>
/// <param name="Nodes">At least three.</param>
/// <param name="Across">Side by side; otherwise one below the other.</param>
public sealed record Distribute(ImmutableArray<string> Nodes, bool Across) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var nodes = Nodes.Distinct()
            .Select(draft.Find)
            .OfType<Node>()
            .OrderBy(node => Across ? node.At.X : node.At.Y)
            .ThenBy(node => Across ? node.At.Y : node.At.X).ToArray();
        if (nodes.Length < 3) return new DesignResult.Refused("Select at least three steps to space them evenly.");
        var (first, last) = Across ? (nodes[0].At.X, nodes[^1].At.X) : (nodes[0].At.Y, nodes[^1].At.Y);
        for (var i = 1; i < nodes.Length - 1; i++)
        {
            var along = first + ((last - first) * i / (nodes.Length - 1));
            draft.Place(nodes[i].Id, Across ? nodes[i].At with { X = along } : nodes[i].At with { Y = along });
        }

        return new DesignResult.Done(
            draft.Document, $"Spaced {NodePhrases.Several(nodes, c.Names)} evenly", [.. nodes.Select(node => node.Id)]);
    }
}
