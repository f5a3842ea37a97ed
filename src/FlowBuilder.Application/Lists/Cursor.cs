using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace FlowBuilder.Application.Lists;

/// <summary>Opaque cursors: a few texts in base64url. They hold positions, never rights: what they
/// lead to is filtered like everything else.</summary>
public static class Cursor
{
    private const char Between = '\u001f';
    private const int MaxLength = 2_000;

    public static string Write(params IReadOnlyList<string> parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Between, parts)));

    /// <summary>The parts; null when the text is no cursor.</summary>
    public static IReadOnlyList<string>? Read(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes).Split(Between) : null;
    }
}
