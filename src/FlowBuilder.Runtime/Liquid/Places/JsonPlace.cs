using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using FlowBuilder.Runtime.Liquid.Data;

namespace FlowBuilder.Runtime.Liquid.Places;

/// <summary>Reads JSON as it is written, to know whether the next value stands inside a text; and encodes it for there.</summary>
internal sealed partial class JsonPlace
{
    private bool _isEscaped;

    /// <summary>Whether the next letter stands between quotation marks.</summary>
    internal bool InText { get; private set; }

    internal void Begin() => (InText, _isEscaped) = (false, false);

    internal void Read(char letter)
    {
        if (!InText) InText = letter == '"';
        else if (_isEscaped) _isEscaped = false;
        else if (letter == '\\') _isEscaped = true;
        else if (letter == '"') InText = false;
    }

    /// <summary>
    /// A value for there. Inside a text it cannot end it; outside, it is one JSON value: what spells a number is one, any other text
    /// gets quotation marks.
    /// </summary>
    internal string Encode(object? value, LiquidContext context)
    {
        var text = context.ObjectToString(value) ?? "";
        if (InText) return JavaScriptEncoder.Default.Encode(text);
        return value is string && Number().IsMatch(text) ? text : LiquidJson.Write(value, context);
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
