using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Puts a new node, not yet connected, at a place.</summary>
public sealed record AddNode(NodeContent What, Position At) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        var (node, refusal) = Adding.New(draft, c, What, At);
        if (node is null) return new DesignResult.Refused(refusal!);
        draft.Add(node);
        return Adding.Done(draft, c, node);
    }
}
