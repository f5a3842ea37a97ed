namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>One line of the sentence view.</summary>
/// <param name="Part">What it belongs to.</param>
/// <param name="Indent">How far in it stands: branches stand under their If or Split, steps under their branch.</param>
/// <param name="Text">The words, with capital and full stop (or colon).</param>
/// <param name="Node">The node it speaks of; null for the rules of the whole sequence and for branches.</param>
/// <param name="Number">The step's number, to which other lines refer (“go back to step 3”); null for what is no step.</param>
public sealed record Sentence(SentencePart Part, int Indent, string Text, string? Node = null, int? Number = null)
{
    /// <summary>The line as plain text: number and words.</summary>
    public override string ToString() => $"{new string(' ', 2 * Indent)}{(Number is { } number ? $"{number}. " : "")}{Text}";
}

/// <summary>The parts of the sentence view, in the order they stand.</summary>
public enum SentencePart
{
    /// <summary>Who enters, and when.</summary>
    Entry,

    /// <summary>The steps, with their branches.</summary>
    Steps,

    /// <summary>When it stops, and what is done then.</summary>
    Stops,

    /// <summary>Rules of the whole sequence: re-entry.</summary>
    Rules,
}
