using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Puts copied nodes in, under new ids, with the edges between them. What names another
/// copied node names its copy; what names a node that is not here names nobody.</summary>
/// <param name="Fragment">From <see cref="Authoring.Drafts.Fragment"/>.</param>
/// <param name="At">Where their top left corner goes; null: a little beside where they were copied from.</param>
public sealed record Paste(SequenceDocument Fragment, Position? At = null) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c) => Pasting.Put(document, c, Fragment, At, "Pasted");
}
