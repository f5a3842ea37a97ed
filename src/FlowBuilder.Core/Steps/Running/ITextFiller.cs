using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>Fills merge fields into Liquid texts of settings. Pure: same text and context, same answer.</summary>
public interface ITextFiller
{
    /// <summary>The text with its merge fields filled in, plain (not HTML-encoded). Broken Liquid comes back as it is.</summary>
    string Fill(string liquid, StepContext context);

    /// <summary>The text with its merge fields filled in, encoded for where it stands. Broken Liquid comes back as it is.</summary>
    string Fill(string liquid, StepContext context, TextPlace place) => Fill(liquid, context);
}
