using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes the Sequence Title.</summary>
public sealed record Retitle(string Title) : DesignCommand
{
    public override string Subject => "title";

    public override DesignResult Do(SequenceDocument document, DesignContext c) =>
        Ruling.Put(document, document with { Title = Title }, c, "Changed the title");
}
