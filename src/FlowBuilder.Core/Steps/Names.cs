using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Steps;

/// <summary>What the marketer calls the things that settings name by key or id. The base class
/// knows nothing and answers in general words.</summary>
public class Names
{
    /// <summary>Knows no names: keys are shown, ids become “another sequence” and “a colleague”.</summary>
    public static Names Unknown { get; } = new();

    public virtual string Template(string? key) => key is null ? "a template not yet chosen" : $"“{key}”";

    public virtual string Sequence(string? id) => id is null ? "a sequence not yet chosen" : "another sequence";

    /// <summary>Words for another step of the same sequence, by its node.</summary>
    public virtual string Node(string? id) => id is null ? "a step not yet chosen" : "an earlier step";

    /// <summary>Whom a step means; null: nobody has been chosen.</summary>
    public virtual string Recipient(Recipient? to) => to?.Phrase ?? "someone not yet chosen";
}
