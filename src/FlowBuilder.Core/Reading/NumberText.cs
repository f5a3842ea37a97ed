using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FlowBuilder.Core.Reading;

/// <summary>
/// Numbers as people write them: a point or a comma before the decimals, groups of three (comma, point, blank or apostrophe), a currency
/// sign or code, a minus before or behind, brackets for what is owed. Where one comma stands before exactly three digits it groups; one
/// point never does. What is neither is no number.
/// </summary>
public static class NumberText
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> Currencies = new[]
    {
        "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "JPY", "CNY", "INR", "MXN", "BRL", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
        "TRY", "ZAR", "SGD", "HKD", "KRW", "THB", "PHP", "ILS", "AED", "SAR", "CLP", "COP", "PEN", "ARS",
        "US$", "A$", "C$", "CA$", "AU$", "NZ$", "R$", "KR", "ZŁ", "KČ", "FT", "FR", "FR.", "SFR", "RS", "RS.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a number; null when the text spells none.</summary>
    public static decimal? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)) return plain;
        var bare = Bare(AsciiDigits.Of(PlainText.Of(text)), out var isNegative);
        if (bare is null
            || Digits(bare) is not { } digits
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        return isNegative ? -number : number;
    }

    /// <summary>Digits and what stands between them; sign and currency, each once, on either side, are taken off.</summary>
    private static string? Bare(string text, out bool isNegative)
    {
        isNegative = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        var rest = isNegative ? text[1..^1].Trim() : text;
        var (hasSign, hasCurrency) = (isNegative, false);
        while (rest.Length > 0)
        {
            if (!hasSign && Sign(rest[0]) is { } before)
            {
                (hasSign, isNegative, rest) = (true, before < 0, rest[1..].TrimStart());
            }
            else if (!hasSign && Sign(rest[^1]) is { } behind)
            {
                (hasSign, isNegative, rest) = (true, behind < 0, rest[..^1].TrimEnd());
            }
            else if (!hasCurrency && Currency(rest, out var left))
            {
                (hasCurrency, rest) = (true, left);
            }
            else
            {
                break;
            }
        }

        return rest.Length > 0 && char.IsAsciiDigit(rest[^1]) && (char.IsAsciiDigit(rest[0]) || rest[0] is '.' or ',') ? rest : null;
    }

    private static int? Sign(char character) => character switch { '+' => 1, '-' or '\u2212' or '\u2013' => -1, _ => null };

    private static bool Currency(string text, out string left)
    {
        var from = 0;
        while (from < text.Length && IsOfCurrency(text[from])) from++;
        if (from > 0 && IsCurrency(text[..from]))
        {
            left = text[from..].TrimStart();
            return true;
        }

        var until = text.Length;
        while (until > 0 && IsOfCurrency(text[until - 1])) until--;
        left = text[..until].TrimEnd();
        return until < text.Length && IsCurrency(text[until..]);
    }

    private static bool IsOfCurrency(char character) =>
        char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;

    private static bool IsCurrency(string mark) =>
        Currencies.Contains(mark) || (mark.Length == 1 && char.GetUnicodeCategory(mark[0]) == UnicodeCategory.CurrencySymbol);

    /// <summary>The number with a point before its decimals and nothing between its groups; null
    /// when it is not grouped in threes.</summary>
    private static string? Digits(string text)
    {
        var marks = new List<(int At, char Mark)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) continue;
            var mark = text[i] switch { '.' or ',' => text[i], ' ' => ' ', '\'' or '\u2019' => '\'', _ => '\0' };
            if (mark == '\0') return null;
            marks.Add((i, mark));
        }

        if (marks.Count == 0) return text;
        var (last, mark2) = marks[^1];
        var same = marks.Count(one => one.Mark == mark2);
        var isDecimal = mark2 is '.' or ',' && same == 1 && (marks.Count > 1 || mark2 == '.' || !GroupsAt(text, last));
        var whole = isDecimal ? text[..last] : text;
        var groups = marks.Take(isDecimal ? marks.Count - 1 : marks.Count).ToList();
        if (groups.Count > 0 && (groups.Any(one => one.Mark != groups[0].Mark) || !InThrees(whole, groups[0].Mark))) return null;
        var digits = new StringBuilder(text.Length);
        foreach (var character in whole)
            if (char.IsAsciiDigit(character)) digits.Append(character);
        return isDecimal ? $"{(digits.Length == 0 ? "0" : digits)}.{text.AsSpan(last + 1)}" : digits.ToString();
    }

    /// <summary>A single comma groups when one to three digits, not beginning with 0, stand before it and three behind.</summary>
    private static bool GroupsAt(string text, int at) => at is >= 1 and <= 3 && text[0] != '0' && text.Length - at - 1 == 3;

    private static bool InThrees(string whole, char mark)
    {
        var parts = whole.Replace('\u2019', '\'').Split(mark);
        return parts[0].Length is >= 1 and <= 3 && parts[0][0] != '0' && parts.Skip(1).All(part => part.Length == 3);
    }
}
