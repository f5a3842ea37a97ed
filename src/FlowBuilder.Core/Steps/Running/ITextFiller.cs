using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>Fills merge fields into Liquid texts of settings. Pure: same text and context, same answer.</summary>
public interface ITextFiller
{
    /// <summary>The text with its merge fields filled in, plain (not HTML-encoded).</summary>
    /// <exception cref="UnfilledTextException">It cannot be filled in.</exception>
    string Fill(string liquid, StepContext context);

    /// <summary>The text with its merge fields filled in, encoded for where it stands.</summary>
    /// <exception cref="UnfilledTextException">It cannot be filled in.</exception>
    string Fill(string liquid, StepContext context, TextPlace place) => Fill(liquid, context);
}
