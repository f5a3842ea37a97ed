using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes the text of a note.</summary>
public sealed record EditNote(string Node, string Text) : DesignCommand
{
    public override string Subject => $"note:{Node}";

    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        return draft.Find(Node) is { Kind: NodeKind.Note } note
            ? Changing.Put(draft, c, note with { Text = Text }, "Changed a note")
            : new DesignResult.Refused("This note no longer exists.");
    }
}
