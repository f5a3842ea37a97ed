namespace FlowBuilder.Runtime.Templates;

/// <summary>Judges the Liquid texts that stand in steps themselves (notes, to-dos, webhook bodies), as <see cref="TemplateCheck"/> judges templates.</summary>
internal sealed class InlineTexts
{
    /// <summary>Units all texts of a drawing may cost together.</summary>
    private const long Together = 10 * LiquidWork.Budget;

    private readonly LiquidRenderer _renderer = new();
    private long _left = Together;

    /// <summary>What is wrong with a text: that it costs too much, alone or with those judged before; null when nothing is.</summary>
    internal string? Judge(string liquid)
    {
        if (!LiquidText.HasLiquid(liquid)) return null;
        if (_left <= 0) return "The texts of this sequence together take too much work to write. Make loops in them smaller, or the texts they work on shorter.";
        var text = LiquidText.Parse(liquid);
        if (text.Template is null) return null;
        var fields = new MergeFields(WorstCase.For([liquid]), null);
        try
        {
            _renderer.Render(text, fields, html: false);
        }
        catch (LiquidException found) when (found.IsTooMuchWork)
        {
            return found.Message;
        }
        catch (LiquidException)
        {
            // What this made-up customer's values do not fit, a real one's may.
        }
        finally
        {
            _left -= LiquidWork.Budget - fields.WorkLeft;
        }

        return null;
    }
}
