using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>Puts a trigger or Stop When before another: when several could decide, the first one does.</summary>
public sealed record Reorder(string Node, string Before) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Node) is not { } node || draft.Find(Before) is not { } other) return Changing.NotThere;
        if (node.Kind != other.Kind || node.Id == other.Id)
            return new DesignResult.Refused("Only triggers and Stop Whens can be put in order.");
        var rest = document.Nodes.Remove(node);
        var nodes = rest.Insert(rest.IndexOf(other), node);
        return nodes.SequenceEqual(document.Nodes)
            ? new DesignResult.Done(document, "Changed the order", [Node])
            : new DesignResult.Done(
                document with { Nodes = nodes }, $"Put {NodePhrases.Quote(node, c.Names)} before {NodePhrases.Quote(other, c.Names)}",
                [Node]);
    }
}
