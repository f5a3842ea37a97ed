using FlowBuilder.Core.Authoring.Editing;

namespace FlowBuilder.Core.Authoring.Fixing;

/// <summary>A fix of a finding that is certain: one edit, one undo.</summary>
/// <param name="Word">What it does, on a button: “Connect it after “wait 2 days””.</param>
/// <param name="Command">The edit.</param>
public sealed record DesignFix(string Word, DesignCommand Command);
