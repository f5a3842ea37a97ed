using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>
/// The words a person wrote in a reply: quoted text, signatures of phones and programs, reactions to a message, punctuation, emoji and
/// invisible characters are gone; accents are taken off, letters are capitals.
/// </summary>
public static partial class ReplyText
{
    private const int Longest = 4_000;

    /// <summary>The words in order, line by line; lines without words are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var own = Own(Compatible(text.Length > Longest ? text[..Longest] : text).ReplaceLineEndings("\n"));
        var lines = new List<IReadOnlyList<string>>();
        foreach (var line in own.Split('\n'))
            if (Words(line) is { Count: > 0 } words) lines.Add(words);
        return lines;
    }

    /// <summary>The words of one line.</summary>
    public static IReadOnlyList<string> Words(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in line.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToUpperInvariant(rune));
            else if (!IsInside(rune) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0) words.Add(word.ToString());
        // “S.T.O.P.” and “s t o p”
        return words.Count > 2 && words.TrueForAll(letter => letter.Length == 1) ? [string.Concat(words)] : words;
    }

    /// <summary>What stands within a word without being a letter: accents, invisible characters, apostrophes.</summary>
    private static bool IsInside(Rune rune) =>
        PlainText.IsUnseen(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || rune.Value is '\'' or '’' or '‘' or '`' or '´';

    private static string Compatible(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }

    private static string Own(string text)
    {
        if (Reaction().IsMatch(text)) return "";
        foreach (var end in (ReadOnlySpan<Regex>)[Quotation(), OriginalMessage(), SignatureLine(), Device()])
            if (end.Match(text) is { Success: true } found && found.Index > 0) text = text[..found.Index];
        return QuotedLine().Replace(text, "");
    }

    /// <summary>Phones tell a reaction to a text as words with the text behind them.</summary>
    [GeneratedRegex(
        """^\s*(\S{1,4}\s)?(liked|loved|disliked|laughed at|emphasized|questioned|removed an? \w+ from|reacted .{1,20} to|a aim[eé]|a ador[eé]|gef[aä]llt|hat .{1,20} markiert|le (ha )?gust[oó]|le encant[oó]).{0,10}[“”"«„].*$""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Reaction();

    [GeneratedRegex(
        """^[ \t>]*(on|am|le|el)\b[^\n]{1,200}(\n[^\n]{0,200})?\b(wrote|schrieb|a [eé]crit|escribi[oó])\b[^\n]{0,100}:?[ \t]*$""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex(
        """^[ \t]*(-{2,}[ \t]*(original message|urspr.ngliche nachricht|message d.origine|mensaje original|forwarded message)|_{5,}|(from|von|de)[ \t]?:[ \t]).*$""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex("""^[ \t]*(--|—|__)[ \t]*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SignatureLine();

    [GeneratedRegex(
        """[ \t\-–—|]*\b(sent from (my|an?|the|mail|yahoo|outlook|samsung|proton)\b|sent via\b|get outlook for\b|von meinem \S+( \S+)? gesendet|gesendet (von|mit)\b|diese nachricht wurde von meinem|envoy[eé] (de|depuis|à partir)\b|t[eé]l[eé]charg\w+ outlook|enviado (desde|de)\b|obt(en|enir|ener) outlook)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex("""^[ \t]*(>|\|).*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedLine();
}
