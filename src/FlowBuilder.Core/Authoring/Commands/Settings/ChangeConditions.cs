using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes the conditions of an AND, OR or Stop When. Those of an If / else and of waits are settings of their step.</summary>
/// <param name="Node">The node.</param>
/// <param name="When">The conditions; null: none.</param>
public sealed record ChangeConditions(string Node, ConditionGroup? When) : DesignCommand
{
    public override string Subject => $"when:{Node}";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Node) is not { } node) return Changing.NotThere;
        return NodeKinds.Of(node.Kind).HasConditions
            ? Changing.Put(draft, c, node with { When = When }, $"Changed the conditions of {NodePhrases.Quote(node, c.Names)}")
            : new DesignResult.Refused("This step has no conditions of its own.");
    }
}
