using System.Text.Json;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Liquid;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Judges the Liquid texts that stand in steps themselves (notes, to-dos, webhook bodies),
/// as <see cref="TemplateCheck"/> judges templates.</summary>
internal sealed class InlineTexts
{
    /// <summary>Units all texts of a drawing may cost together.</summary>
    private const long Together = 10 * LiquidWork.Budget;

    private const string HeavyText = "heavy-text";
    private readonly LiquidRenderer _renderer = new();
    private long _left = Together;

    /// <summary>What is wrong with a text: it cannot be read, says what means nothing, costs too
    /// much, or does not become JSON; null when nothing is.</summary>
    internal TextFault? Judge(string liquid, TextPlace place)
    {
        if (!LiquidText.HasLiquid(liquid))
            return place == TextPlace.Json && !string.IsNullOrWhiteSpace(liquid) && !IsJson(liquid) ? NoJson : null;
        if (_left <= 0)
            return new TextFault(
                HeavyText, IsError: true,
                "The texts of this sequence together take too long to fill in. Make loops in them smaller, or the texts they work on "
                    + "shorter.");
        var text = LiquidText.Parse(liquid);
        if (!text.Errors.IsEmpty) return new TextFault("broken-text", IsError: place != TextPlace.Plain, text.Errors[0].Message);
        if (text.Template is null) return null;
        if (LiquidNames.Check(text).FirstOrDefault() is { Message: { } unknown })
            return new TextFault("unknown-field", IsError: false, unknown);
        return Try(text, WorstCase.For([liquid]), place) ?? (place == TextPlace.Json ? Try(text, TemplateCheck.Nobody, place) : null);
    }

    private static TextFault NoJson =>
        new(
            "not-json", IsError: true,
            "With its merge fields filled in, the body is not JSON. Check its brackets, commas and quotation marks; write a merge field as "
                + "\"name\": \"{{ customer.name }}\".");

    private TextFault? Try(LiquidText text, StepContext somebody, TextPlace place)
    {
        var fields = new MergeFields(somebody, null);
        try
        {
            var made = _renderer.Render(text, fields, place);
            return place == TextPlace.Json && !IsJson(made) ? NoJson : null;
        }
        catch (LiquidException found) when (found.IsTooMuchWork)
        {
            return new TextFault(HeavyText, IsError: true, found.Message);
        }
        catch (LiquidException)
        {
            // What this made-up customer's values do not fit, a real one's may.
            return null;
        }
        finally
        {
            _left -= LiquidWork.Budget - fields.WorkLeft;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
