using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Replaces a step with all its settings by another that can stand on the same kind of node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Step">The step; null: nothing is chosen yet.</param>
public sealed record ChangeStep(string Node, Step? Step) : DesignCommand
{
    public override string Subject => $"step:{Node}";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        return draft.Find(Node) is not { } node
            ? Changing.NotThere
            : Changing.Put(draft, c, node with { Step = Step }, $"Changed {NodePhrases.Quote(node, c.Names)}");
    }
}
