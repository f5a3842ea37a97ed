using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Adds a trigger beside another: either of them starts the sequence. Where no OR joins them yet, one is put in.</summary>
public sealed record AddOtherTrigger(NodeContent What, string Beside) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Beside) is not { Kind: NodeKind.Trigger } other) return new DesignResult.Refused("The trigger no longer exists.");
        if (What.Kind != NodeKind.Trigger) return new DesignResult.Refused("Only another trigger can go next to a trigger.");
        if (Adding.Full(draft, 2) is { } full) return new DesignResult.Refused(full);
        var (node, refusal) = Adding.New(draft, c, What, default);
        if (node is null) return new DesignResult.Refused(refusal!);
        var impossible = ConnectRules.Try(draft, c.Steps, () => Join(draft, c, other, node));
        return impossible is null ? Adding.Done(draft, c, node) : new DesignResult.Refused(impossible);
    }

    private static void Join(Draft draft, DesignContext c, Node other, Node node)
    {
        draft.Add(node, behind: other.Id);
        var next = draft.At(other.Id, Ports.Out) is { } edge ? draft.Find(edge.To) : null;
        if (next is not { Kind: NodeKind.Or })
        {
            var or = new NodeContent(NodeKind.Or).At(c.Ids.Next(NodeKind.Or), default);
            var place = next is null
                ? Placing.Under(draft, other, Ports.Out, c.Layout)
                : Placing.Between(draft, other, Ports.Out, next, c.Layout);
            draft.Add(or);
            draft.Place(or.Id, place);
            draft.Connect(other.Id, Ports.Out, or.Id);
            if (next is not null) draft.Connect(or.Id, Ports.Out, next.Id);
            next = or;
        }

        draft.Connect(node.Id, Ports.Out, next.Id);
        draft.Place(node.Id, Placing.Free(draft, other.At with { X = other.At.X + c.Layout.Column }, c.Layout));
    }
}
