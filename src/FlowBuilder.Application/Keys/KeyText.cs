using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace FlowBuilder.Application.Keys;

/// <summary>
/// How a stored key is written: <c>fb_</c>, its number, <c>_</c>, 43 random letters and digits (256 bits), 6 of a checksum over all
/// before. The number lets people recognise a key that leaked; the checksum tells a typo from a key nobody has, without asking the
/// database. Letters and digits only, so that a double click takes all of it.
/// </summary>
public static class KeyText
{
    private const string Start = "fb_";
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Secret = 43;
    private const int Checksum = 6;

    private static readonly SearchValues<char> AnyDigit = SearchValues.Create(Digits);

    /// <summary>A new key. It is shown to one person once and kept nowhere.</summary>
    public static string New(long number)
    {
        var text = $"{PrefixOf(number)}_{RandomNumberGenerator.GetString(Digits, Secret)}";
        return text + ChecksumOf(text);
    }

    /// <summary>SHA-256 over the UTF-8 bytes, lower-case hex: all that is kept of a key.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The part by which a key is recognised.</summary>
    public static string PrefixOf(long number)
    {
        var text = new StringBuilder();
        for (var rest = number; rest > 0 || text.Length == 0; rest /= Digits.Length) text.Insert(0, Digits[(int)(rest % Digits.Length)]);
        return Start + text;
    }

    /// <summary>As much of what was given as may stand in a log: the prefix of a key of ours, else four letters or digits.</summary>
    public static string BeginningOf(string text)
    {
        var end = LooksLikeOne(text) ? text.IndexOf('_', Start.Length) : -1;
        var beginning = text.AsSpan(0, end is > 0 and <= 16 ? end : Math.Min(4, text.Length / 3));
        return string.Concat(beginning.ToArray().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '?')) + "…";
    }

    /// <summary>Whether a text is meant to be a key of ours.</summary>
    public static bool LooksLikeOne(string text) => text.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Whether a text is a key somebody was given, as far as the text alone can tell.</summary>
    public static bool IsWhole(string text)
    {
        var tail = text.LastIndexOf('_') + 1;
        return LooksLikeOne(text) && tail > Start.Length + 1 && text.Length - tail == Secret + Checksum
            && text.AsSpan(Start.Length, tail - 1 - Start.Length).IndexOfAnyExcept(AnyDigit) < 0
            && text.AsSpan(tail).IndexOfAnyExcept(AnyDigit) < 0
            && string.Equals(ChecksumOf(text[..^Checksum]), text[^Checksum..], StringComparison.Ordinal);
    }

    private static string ChecksumOf(string text)
    {
        var sum = BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        return string.Create(Checksum, sum, static (into, rest) =>
        {
            for (var i = into.Length - 1; i >= 0; i--, rest /= (uint)Digits.Length) into[i] = Digits[(int)(rest % (uint)Digits.Length)];
        });
    }
}
