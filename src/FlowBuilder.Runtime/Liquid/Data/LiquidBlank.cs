using System.Collections;
using FlowBuilder.Runtime.Html;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>Liquid's words <c>blank</c> and <c>empty</c>: compared with, never written.</summary>
internal sealed class LiquidBlank
{
    /// <summary>Missing, false, an empty list, or a text of nothing but blanks.</summary>
    internal static readonly LiquidBlank Blank = new(missingToo: true);

    /// <summary>A text or list that is there and holds nothing.</summary>
    internal static readonly LiquidBlank Empty = new(missingToo: false);

    private readonly bool _missingToo;

    private LiquidBlank(bool missingToo) => _missingToo = missingToo;

    /// <summary>Whether a value is that.</summary>
    internal bool Is(object? value) => value switch
    {
        null => _missingToo,
        LiquidBlank other => ReferenceEquals(this, other),
        bool flag => _missingToo && !flag,
        string text => _missingToo ? string.IsNullOrWhiteSpace(text) : text.Length == 0,
        HtmlFragment fragment => Is(fragment.Source),
        FieldView view => view.Count == 0,
        ICollection list => list.Count == 0,
        _ => false,
    };

    public override string ToString() => "";
}
