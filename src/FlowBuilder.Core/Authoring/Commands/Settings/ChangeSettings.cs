using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Changes settings of the sequence: Review Before Execution, re-entry, past due, quiet hours, labels...</summary>
/// <param name="What">The setting that was changed, in the marketer's words, such as “Review Before
/// Execution”: for the history, and so that typing in one field is one undo.</param>
/// <param name="Settings">All settings as they shall be.</param>
public sealed record ChangeSettings(string What, SequenceSettings Settings) : DesignCommand
{
    public override string Subject => $"settings:{What}";

    public override DesignResult Do(SequenceDocument document, DesignContext c) =>
        Ruling.Put(document, document with { Settings = Settings }, c, $"Changed “{What}”");
}
