using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Puts a new node behind a port, connected. What followed the port then follows the new node, by its first way.</summary>
/// <param name="What">The new node.</param>
/// <param name="From">The node it stands behind.</param>
/// <param name="Port">The port it is led to by.</param>
/// <param name="At">Where; null: under the port, the others making room.</param>
public sealed record AddAfter(NodeContent What, string From, string Port = Ports.Out, Position? At = null) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c) => Adding.Behind(document, c, What, From, Port, At);
}
