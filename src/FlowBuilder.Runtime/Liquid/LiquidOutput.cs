using System.Text;
using Scriban.Runtime;

namespace FlowBuilder.Runtime.Liquid;

/// <summary>Collects what a text renders to, and refuses when it grows over its limit: a cut message is worse than none.</summary>
internal sealed class LiquidOutput : IScriptOutput
{
    /// <summary>Longest rendered text, in characters.</summary>
    internal const int Limit = 500_000;

    internal const string TooLong = "The message is far too long. Make its loops smaller.";

    private readonly StringBuilder _text = new(1024);

    internal int Length => _text.Length;

    internal char this[int index] => _text[index];

    public void Write(string text, int offset, int count)
    {
        if (_text.Length + count > Limit) throw new LiquidException(TooLong);
        _text.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>The text collected, without its last characters; the next one starts empty.</summary>
    internal string Take(int without)
    {
        var text = _text.ToString(0, _text.Length - without);
        Clear();
        return text;
    }

    internal void Clear()
    {
        _text.Clear();
        if (_text.Capacity > 64 * 1024) _text.Capacity = 1024;
    }
}
