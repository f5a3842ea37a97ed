using System.Text;
using Microsoft.JSInterop;

namespace FlowBuilder.Canvas.Link;

/// <summary>What the script calls. A long message comes in parts: one over the hub's limit would end the circuit.</summary>
internal sealed class CanvasLink(Func<CanvasMessage, Task<SentAnswer>> receive)
{
    private const int Longest = 4 * 1024 * 1024;
    private readonly StringBuilder _parts = new();

    /// <summary>A part of the message that <see cref="SendAsync"/> ends.</summary>
    [JSInvokable("Part")]
    public void Part(string text)
    {
        if (_parts.Length + text.Length > Longest) _parts.Clear();
        else _parts.Append(text);
    }

    /// <summary>A message, or the last part of one.</summary>
    [JSInvokable("Send")]
    public Task<SentAnswer> SendAsync(string text)
    {
        var whole = _parts.Append(text).ToString();
        _parts.Clear();
        return CanvasMessage.Read(whole) is { } message ? receive(message) : Task.FromResult(new SentAnswer(false, null, -1));
    }

    /// <summary>Whatever parts a cut connection left behind.</summary>
    [JSInvokable("Clear")]
    public void Clear() => _parts.Clear();
}
