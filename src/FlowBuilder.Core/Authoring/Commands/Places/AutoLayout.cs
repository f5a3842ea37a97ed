using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>Arranges the whole drawing from top to bottom.</summary>
public sealed record AutoLayout : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        foreach (var (id, at) in LayeredLayout.Of(document, c.Layout)) draft.Place(id, at);
        return new DesignResult.Done(draft.Document, "Arranged the drawing", []);
    }
}
