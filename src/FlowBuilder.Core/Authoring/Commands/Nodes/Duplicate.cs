using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Copies nodes beside themselves, with the edges between them.</summary>
public sealed record Duplicate(ImmutableArray<string> Nodes) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c) =>
        Pasting.Put(document, c, Fragment.Of(document, Nodes), null, "Duplicated");
}
