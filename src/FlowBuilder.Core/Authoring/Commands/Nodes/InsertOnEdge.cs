using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Puts a new node on an edge, which is split: the plus button, or a palette entry dropped on an edge.</summary>
public sealed record InsertOnEdge(NodeContent What, Edge Edge, Position? At = null) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c) => document.Edges.Contains(Edge)
        ? Adding.Behind(document, c, What, Edge.From, Ports.Of(Edge), At)
        : new DesignResult.Refused("This connection no longer exists.");
}
