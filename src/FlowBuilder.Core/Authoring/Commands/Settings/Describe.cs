using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes the Sequence Description.</summary>
public sealed record Describe(string Description) : DesignCommand
{
    public override string Subject => "description";

    public override DesignResult Do(SequenceDocument document, DesignContext c) =>
        Ruling.Put(document, document with { Description = Description }, c, "Changed the description");
}
