using System.Collections.Concurrent;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Core.Steps.Settings;
using FlowBuilder.Runtime.Liquid;

namespace FlowBuilder.Runtime.Templates;

/// <summary>Fills the Liquid texts of steps (to-do titles, notes, addresses and bodies of webhooks). Parsed texts are kept.</summary>
public sealed class TextFiller : ITextFiller
{
    private const int Kept = 5_000;
    private readonly LiquidRenderer _renderer = new();
    private readonly ConcurrentDictionary<string, LiquidText> _parsed = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Fill(string liquid, StepContext context) => Fill(liquid, context, TextPlace.Plain);

    /// <inheritdoc />
    public string Fill(string liquid, StepContext context, TextPlace place)
    {
        ArgumentNullException.ThrowIfNull(liquid);
        if (!LiquidText.HasLiquid(liquid)) return liquid;
        if (!_parsed.TryGetValue(liquid, out var text))
        {
            if (_parsed.Count >= Kept) _parsed.Clear();
            _parsed[liquid] = text = LiquidText.Parse(liquid);
        }

        if (!text.Errors.IsEmpty) throw Unfilled(text.Errors[0].Message);
        try
        {
            return _renderer.Render(text, new MergeFields(context, null), place);
        }
        catch (LiquidException broken)
        {
            throw Unfilled(broken.Message);
        }
    }

    private static UnfilledTextException Unfilled(string because) => new($"A text of this step cannot be filled in: {because}");
}
