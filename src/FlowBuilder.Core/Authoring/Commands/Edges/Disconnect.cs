using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Edges;

/// <summary>Deletes one edge.</summary>
public sealed record Disconnect(Edge Edge) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (!document.Edges.Contains(Edge)) return new DesignResult.Refused("This connection no longer exists.");
        draft.Disconnect(Edge);
        return new DesignResult.Done(
            draft.Document, $"Deleted the connection after {NodePhrases.Quote(draft.Find(Edge.From)!, c.Names)}", [Edge.From, Edge.To]);
    }
}
