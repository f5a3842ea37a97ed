using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>Moves nodes by as much.</summary>
public sealed record MoveBy(ImmutableArray<string> Nodes, double Dx, double Dy) : DesignCommand
{
    public override string Subject => $"move:{string.Join(',', Nodes)}";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var moved = Nodes.Distinct().Select(draft.Find).OfType<Node>().ToArray();
        foreach (var node in moved) draft.Place(node.Id, new Position(node.At.X + Dx, node.At.Y + Dy));
        return new DesignResult.Done(draft.Document, $"Moved {NodePhrases.Several(moved, c.Names)}", [.. moved.Select(node => node.Id)]);
    }
}
